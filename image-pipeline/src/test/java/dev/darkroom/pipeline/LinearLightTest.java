package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Size;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.testkit.FakeCodec;
import dev.darkroom.testkit.FakePicture;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Half of the light of white is level 188. Half of the level of white is 128. */
class LinearLightTest {
    private static final int HALF_LIGHT = 188;
    private static final int HALF_LEVEL = 128;

    @Test
    void aFineCheckerboardKeepsItsLight() throws ImageException {
        assertThat(middle(Format.PNG, Layout.RGB, true)).isBetween(HALF_LIGHT - 2, HALF_LIGHT + 2);
    }

    @Test
    void levelsAreSummedUnlessLightIsAskedFor() throws ImageException {
        assertThat(middle(Format.PNG, Layout.RGB, false)).isBetween(HALF_LEVEL - 2, HALF_LEVEL + 2);
    }

    /** The luma of YCbCr is not linear light. */
    @Test
    void aDecoderOfPlanesAloneIsTakenAsItIs() throws ImageException {
        assertThat(middle(Format.JPEG, Layout.YCBCR_444, true)).isBetween(HALF_LEVEL - 2, HALF_LEVEL + 2);
    }

    private static int middle(Format format, Layout layout, boolean linearLight) throws ImageException {
        FakePicture board = FakePicture.of(
                format,
                new Size(96, 96),
                layout,
                Orientation.NORMAL,
                (x, y, plane, channel) -> plane > 0 ? 128 : (x + y) % 2 * 255);
        PipelineBuilder builder = Pipeline.builder()
                .register(layout.isPlanar() ? FakeCodec.planar() : FakeCodec.rows())
                .variant(Variant.named("small").limit(24))
                .encode(format == Format.PNG ? Encoding.png() : Encoding.jpeg());
        try (Pipeline pipeline = (linearLight ? builder.linearLight() : builder).build()) {
            Outcome outcome = pipeline.process(Source.of(board.toBytes()), Map.of());
            assertThat(outcome).isInstanceOf(Outcome.Completed.class);
            FakePicture small = FakePicture.parse(
                    format, ((Outcome.Completed) outcome).renditions().get(0).bytes());
            return small.sample(12, 12, 0, 0);
        }
    }
}
