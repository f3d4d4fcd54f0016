package dev.darkroom.core.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TapsTest {
    private static ResizeAxis axis(int source, int target, boolean mirrored) {
        return new ResizeAxis(source, target, 0, source, (double) source / target, mirrored);
    }

    @Property
    void weightsOfEverySampleSumToOneAndStayInside(
            @ForAll @IntRange(min = 1, max = 500) int source,
            @ForAll @IntRange(min = 1, max = 500) int target,
            @ForAll boolean mirrored) {
        Taps taps = Taps.lanczos3(axis(source, target, mirrored));
        for (int i = 0; i < target; i++) {
            double sum = 0;
            for (int k = 0; k < taps.count(); k++) {
                sum += taps.weights()[i * taps.count() + k];
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
            assertThat(taps.first()[i]).isBetween(0, source - taps.count());
        }
    }

    @Property(tries = 100)
    void mirroringTurnsTheWeightsRound(
            @ForAll @IntRange(min = 1, max = 80) int source, @ForAll @IntRange(min = 1, max = 80) int target) {
        Taps straight = Taps.lanczos3(axis(source, target, false));
        Taps mirrored = Taps.lanczos3(axis(source, target, true));
        for (int i = 0; i < target; i++) {
            for (int sample = 0; sample < source; sample++) {
                assertThat(weight(mirrored, target - 1 - i, sample))
                        .isCloseTo(weight(straight, i, sample), within(1e-5f));
            }
        }
    }

    private static float weight(Taps taps, int target, int sample) {
        int k = sample - taps.first()[target];
        return k < 0 || k >= taps.count() ? 0 : taps.weights()[target * taps.count() + k];
    }

    /** A resampler drops the source rows before the first tap of the current target row. */
    @Property
    void tapsNeverGoBack(
            @ForAll @IntRange(min = 1, max = 300) int source,
            @ForAll @IntRange(min = 1, max = 300) int target,
            @ForAll @DoubleRange(min = 0.3, max = 3) double step,
            @ForAll boolean mirrored) {
        Taps taps = Taps.lanczos3(new ResizeAxis(source, target, 0.37, target * step, step, mirrored));
        for (int i = 1; i < target; i++) {
            int[] first = taps.first();
            assertThat(mirrored ? first[i - 1] - first[i] : first[i] - first[i - 1])
                    .isNotNegative();
        }
    }

    @Test
    void anIdentityIsOneTap() {
        assertThat(Taps.lanczos3(axis(100, 100, false)).count()).isEqualTo(1);
    }

    @Test
    void halvingTakesTwelveTapsOfTheKnownShape() {
        Taps taps = Taps.lanczos3(axis(100, 50, false));
        assertThat(taps.count()).isEqualTo(12);
        int middle = 25 * taps.count();
        assertThat(taps.weights()[middle + 5]).isCloseTo(taps.weights()[middle + 6], within(1e-6f));
        assertThat((double) taps.weights()[middle + 5]).isCloseTo(new LanczosLobes(0.25, 1).next() / 2, within(0.003));
    }
}
