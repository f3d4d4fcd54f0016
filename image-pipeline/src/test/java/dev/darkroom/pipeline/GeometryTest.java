package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Size;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.testkit.FakeCodec;
import dev.darkroom.testkit.FakePicture;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Every layout in every orientation, at odd and even sizes, is rendered as a viewer would show it. */
class GeometryTest {
    /** Width in samples of the edge, where an extended kernel bends a gradient. */
    private static final int MARGIN = 4;

    @Property(tries = 400)
    void planarPicturesLandUprightAndInPlace(
            @ForAll @IntRange(min = 31, max = 101) int width,
            @ForAll @IntRange(min = 31, max = 101) int height,
            @ForAll Orientation orientation,
            @ForAll("planar") Layout layout,
            @ForAll @IntRange(min = 20, max = 90) int limit)
            throws ImageException {
        check(Format.JPEG, FakeCodec.planar(), new Size(width, height), orientation, layout, limit);
    }

    @Property(tries = 400)
    void interleavedPicturesLandUprightAndInPlace(
            @ForAll @IntRange(min = 31, max = 101) int width,
            @ForAll @IntRange(min = 31, max = 101) int height,
            @ForAll Orientation orientation,
            @ForAll("interleaved") Layout layout,
            @ForAll @IntRange(min = 20, max = 90) int limit)
            throws ImageException {
        check(Format.PNG, FakeCodec.rows(), new Size(width, height), orientation, layout, limit);
    }

    private static void check(
            Format format, FakeCodec codec, Size stored, Orientation orientation, Layout layout, int limit)
            throws ImageException {
        FakePicture picture = Gradient.stored(format, stored, layout, orientation);
        try (Pipeline pipeline = Pipeline.builder()
                .register(codec)
                .limits(Limits.untrusted())
                .variant(Variant.named("large").limit(limit))
                .variant(Variant.named("small").limit(limit / 2))
                .encode(format == Format.JPEG ? Encoding.jpeg() : Encoding.png())
                .build()) {
            Outcome outcome = pipeline.process(Source.of(picture.toBytes()), Map.of());
            assertThat(outcome).isInstanceOf(Outcome.Completed.class);
            for (Rendition rendition : ((Outcome.Completed) outcome).renditions()) {
                FakePicture made = FakePicture.parse(format, rendition.bytes());
                assertThat(made.spec().size()).isEqualTo(rendition.size());
                assertThat(rendition.size().longest())
                        .isEqualTo(Math.min(rendition.name().equals("large") ? limit : limit / 2, stored.longest()));
                assertThat(Gradient.largestError(made, MARGIN))
                        .as("%s of %s %s %s", rendition, stored, layout.channels(), orientation)
                        .isLessThan(rendition.name().equals("large") ? 1.6 : 2.1);
            }
        }
    }

    @Provide
    Arbitrary<Layout> planar() {
        return Arbitraries.of(Layout.YCBCR_444, Layout.YCBCR_422, Layout.YCBCR_420, Layout.YCBCR_440);
    }

    @Provide
    Arbitrary<Layout> interleaved() {
        return Arbitraries.of(Layout.GRAY, Layout.RGB, Layout.RGBA);
    }
}
