package dev.darkroom.core.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class LanczosLobesTest {
    @Property
    void valuesStepByStepAreThoseOfTheDefinition(
            @ForAll @DoubleRange(min = 3, max = 4) double start,
            @ForAll @DoubleRange(min = 0.01, max = 1.5) double step) {
        LanczosLobes lobes = new LanczosLobes(-start, step);
        for (double x = -start; x < start; x += step) {
            assertThat(lobes.next()).as("at %f", x).isCloseTo(defined(x), within(1e-7));
        }
    }

    private static double defined(double x) {
        if (Math.abs(x) >= 3) {
            return 0;
        }
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x) * Math.sin(Math.PI * x / 3) / (Math.PI * x / 3);
    }
}
