package dev.darkroom.pipeline;

import static dev.darkroom.pipeline.PipelineFixtures.PICTURE;
import static dev.darkroom.pipeline.PipelineFixtures.process;
import static dev.darkroom.pipeline.PipelineFixtures.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.core.Stage;
import dev.darkroom.core.Variant;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.testkit.FakeCodec;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Calls that cannot be stopped are not started if they would take longer than the job may. */
class LongStepTest {
    private static PipelineBuilder encoding(EncoderProvider encoder) {
        return Pipeline.builder()
                .register(encoder)
                .register(FakeCodec.rows())
                .variant(Variant.named("small").limit(32))
                .encode(Encoding.png());
    }

    private static ConcurrencyEncoder taking(Duration step) {
        return new ConcurrencyEncoder(1) {
            @Override
            public Duration longestStep(RasterSpec raster, Encoding encoding) {
                return step;
            }
        };
    }

    @Test
    void anEncodeEstimatedOverTheTimeOfAnyJobIsRefusedBeforeTheDecode() {
        Outcome.Rejected rejected = rejected(process(
                encoding(taking(Duration.ofMinutes(2)))
                        .limits(Limits.untrusted().deadline(Duration.ofMinutes(1))),
                PICTURE));
        assertThat(rejected.stage()).isEqualTo(Stage.DECODE);
        assertThat(rejected.failure())
                .isEqualTo(new Failure.OverLimit(
                        Failure.OverLimit.Kind.TIME,
                        120_000,
                        60_000,
                        "time limit of a job in ms, for encoding alone: 120000 > 60000"));
    }

    @Test
    void anEncodeThatWouldOutlastTheJobIsNotBegun() {
        ConcurrencyEncoder encoder = taking(Duration.ofSeconds(60));
        Outcome outcome =
                process(encoding(encoder).limits(Limits.untrusted().deadline(Duration.ofSeconds(60))), PICTURE);
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(((Outcome.Failed) outcome).failure()).isInstanceOf(Failure.Stopped.class);
        assertThat(((Outcome.Failed) outcome).stage()).isEqualTo(Stage.RENDER);
        assertThat(encoder.most).hasValue(0);
    }

    @Test
    void thePlanTellsTheLongestCallOfAnEncoder() throws Exception {
        try (Pipeline pipeline = encoding(taking(Duration.ofSeconds(7))).build()) {
            assertThat(pipeline.plan(Source.of(PICTURE)).longestEncode()).isEqualTo(Duration.ofSeconds(7));
        }
    }
}
