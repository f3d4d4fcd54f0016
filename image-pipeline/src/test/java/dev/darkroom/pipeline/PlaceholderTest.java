package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Placeholder;
import dev.darkroom.core.Size;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.pixel.DominantColor;
import dev.darkroom.pipeline.pixel.ThumbHash;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.testkit.FakeCodec;
import dev.darkroom.testkit.FakePicture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The placeholder shows the displayed pixels and needs no second decode. */
class PlaceholderTest {
    private static final Size SMALL = new Size(90, 60);

    private static PipelineBuilder builder() {
        return Pipeline.builder()
                .register(FakeCodec.rows())
                .register(FakeCodec.planar())
                .variant(Variant.named("whole"))
                .encode(Encoding.png())
                .placeholder();
    }

    @ParameterizedTest
    @EnumSource
    void itIsOfTheUprightPicture(Orientation orientation) {
        Size stored = orientation.apply(SMALL);
        FakePicture picture = Gradient.stored(Format.PNG, stored, Layout.RGB, orientation);
        assertThat(placeholder(builder(), picture.toBytes()))
                .contains(new Placeholder(
                        Bytes.wrap(ThumbHash.of(SMALL.width(), SMALL.height(), upright())),
                        DominantColor.of(upright())));
    }

    @Test
    void itIsOfTheSmallestVariantsPixelsWithoutDecodingAgain() {
        Size large = new Size(1200, 900);
        FakePicture picture = FakePicture.of(
                Format.JPEG,
                large,
                Layout.YCBCR_420,
                Orientation.NORMAL,
                (x, y, plane, channel) -> plane == 0 ? 100 : plane == 1 ? 90 : 220);
        List<PipelineListener.Event> events = Collections.synchronizedList(new ArrayList<>());
        PipelineBuilder thumbnails = builder()
                .variant(Variant.named("sm").width(400))
                .variant(Variant.named("tiny").cover(40, 40))
                .encode(Encoding.jpeg())
                .listen(events::add);

        Optional<Placeholder> placeholder = placeholder(thumbnails, picture.toBytes());

        // JFIF: Y 100, Cb 90, Cr 220 is (229, 47, 33).
        assertThat(placeholder).hasValueSatisfying(made -> {
            assertThat(made.dominantHex()).isEqualTo("#e82828");
            assertThat(made.thumbHash().length()).isBetween(5, 25);
        });
        assertThat(events.stream()
                        .filter(PipelineListener.StageEnded.class::isInstance)
                        .count())
                .isEqualTo(6);
    }

    @Test
    void aCroppedVariantsPlaceholderIsOfTheCrop() {
        FakePicture framed = FakePicture.of(
                Format.PNG,
                new Size(300, 100),
                Layout.RGB,
                Orientation.NORMAL,
                (x, y, plane, channel) -> x >= 100 && x < 200 ? 200 : 10);
        PipelineBuilder square = Pipeline.builder()
                .register(FakeCodec.rows())
                .variant(Variant.named("square").cover(100, 100))
                .encode(Encoding.png())
                .placeholder();
        assertThat(placeholder(square, framed.toBytes()))
                .hasValueSatisfying(made -> assertThat(made.dominantHex()).isEqualTo("#c8c8c8"));
    }

    @Test
    void transparencyIsInTheHashAndNotInTheColour() {
        FakePicture logo = FakePicture.of(
                Format.PNG,
                new Size(80, 80),
                Layout.RGBA,
                Orientation.NORMAL,
                (x, y, plane, channel) -> x < 20 ? (channel == 0 || channel == 3 ? 255 : 40) : 0);
        assertThat(placeholder(builder(), logo.toBytes())).hasValueSatisfying(made -> {
            assertThat(made.thumbHash().u8(2) & 0x80).isEqualTo(0x80);
            assertThat(made.dominantHex()).isEqualTo("#f82828");
        });
    }

    @Test
    void grayBecomesGray() {
        FakePicture gray = FakePicture.of(
                Format.PNG, new Size(500, 20), Layout.GRAY, Orientation.NORMAL, (x, y, plane, channel) -> 130);
        assertThat(placeholder(builder(), gray.toBytes()))
                .hasValueSatisfying(made -> assertThat(made.dominantHex()).isEqualTo("#888888"));
    }

    @Test
    void itsPixelsAreInTheJobsMemory() throws Exception {
        PipelineBuilder without = Pipeline.builder()
                .register(FakeCodec.rows())
                .variant(Variant.named("whole"))
                .encode(Encoding.png());
        Source source = Source.of(Gradient.stored(Format.PNG, SMALL, Layout.RGB, Orientation.NORMAL)
                .toBytes());
        try (Pipeline plain = without.build();
                Pipeline more = without.placeholder().build()) {
            assertThat(more.plan(source).memoryBytes())
                    .isGreaterThan(plain.plan(source).memoryBytes());
        }
    }

    @Test
    void whoAsksForNoneHasNone() {
        PipelineBuilder plain = PipelineFixtures.builder();
        assertThat(placeholder(plain, PipelineFixtures.PICTURE)).isEmpty();
    }

    private static Optional<Placeholder> placeholder(PipelineBuilder builder, Bytes picture) {
        List<Optional<Placeholder>> given = new ArrayList<>();
        Outcome outcome = PipelineFixtures.process(
                builder.store(
                        PipelineFixtures.publisher("store", false, delivery -> given.add(delivery.placeholder()))),
                picture);
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        return given.get(0);
    }

    private static byte[] upright() {
        byte[] rgba = new byte[4 * SMALL.width() * SMALL.height()];
        for (int y = 0, at = 0; y < SMALL.height(); y++) {
            for (int x = 0; x < SMALL.width(); x++) {
                for (int c = 0; c < 4; c++) {
                    double u = (x + 0.5) / SMALL.width();
                    double v = (y + 0.5) / SMALL.height();
                    rgba[at++] = (byte) Math.round(Gradient.level(u, v, c));
                }
            }
        }
        return rgba;
    }
}
