package dev.darkroom.turbo.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.ResamplerProvider;
import dev.darkroom.testkit.ResamplerContract;
import dev.darkroom.turbo.TurboAvailability;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Tests the vector resampler. The build runs it once more for each narrower vector size of this processor. */
@Tag("slow")
@EnabledForJreRange(min = JRE.JAVA_25)
class VectorResamplerTest implements ResamplerContract {
    @Override
    public ResamplerProvider provider() {
        return new VectorResamplerProvider();
    }

    @Test
    void theContractIsHeldByVectorsAndNotByNothing() throws InterruptedException {
        assumeTrue(
                TurboAvailability.closed().isEmpty(),
                () -> "not applicable: " + TurboAvailability.closed().orElseThrow());
        VectorApiAccess.warm();
        assertThat(provider().availability()).isInstanceOf(Availability.Available.class);
    }
}
