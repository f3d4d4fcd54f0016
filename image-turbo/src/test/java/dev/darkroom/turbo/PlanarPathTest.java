package dev.darkroom.turbo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Size;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineBuilder;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Layout.Channels;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.turbo.jpeg.TurboJpegDecoderProvider;
import dev.darkroom.turbo.jpeg.TurboJpegEncoderProvider;
import dev.darkroom.turbo.webp.TurboWebpDecoderProvider;
import dev.darkroom.turbo.webp.TurboWebpEncoderProvider;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the pictures of jobs that stay in YCbCr with those of the same jobs through RGB. */
@Tag("slow")
class PlanarPathTest {
    private static final List<Size> SIZES =
            List.of(new Size(203, 151), new Size(204, 152), new Size(203, 152), new Size(206, 149));
    private static final List<Channels> SAMPLINGS =
            List.of(Channels.YCBCR_444, Channels.YCBCR_422, Channels.YCBCR_420, Channels.YCBCR_440);

    private final RecordingEncoder jpeg = new RecordingEncoder(new TurboJpegEncoderProvider());
    private final RecordingEncoder webp = new RecordingEncoder(new TurboWebpEncoderProvider());

    @BeforeEach
    void theLibrariesAreHere() {
        NativeLibraryAssumption.require(new TurboJpegEncoderProvider());
        NativeLibraryAssumption.require(new TurboWebpEncoderProvider());
    }

    @Test
    void jpegToJpegAndToLossyWebpStayInYcbcr() throws ImageException {
        Bytes photo = photo(new Size(203, 151), Layout.YCBCR_420, Orientation.NORMAL);
        try (Pipeline pipeline = planar(
                Variant.named("a").limit(180),
                Variant.named("b").limit(70),
                Variant.named("w").limit(160).encode(Encoding.webp()),
                Variant.named("v").limit(60).encode(Encoding.webp()))) {
            assertThat(pipeline.plan(Source.of(photo)).report().raster().layout())
                    .isEqualTo(Layout.YCBCR_420);
            assertThat(pipeline.plan(Source.of(photo)).decoder()).isEqualTo("turbo-jpeg");
            assertThat(pipeline.process(Source.of(photo), Map.of())).isInstanceOf(Outcome.Completed.class);
        }
        assertThat(jpeg.opened()).extracting(RasterSpec::layout).containsExactly(Layout.YCBCR_420, Layout.YCBCR_420);
        assertThat(webp.opened())
                .extracting(RasterSpec::layout)
                .containsExactly(Layout.YCBCR_420.limited(), Layout.YCBCR_420.limited());
    }

    @Test
    void aPhotographHardlyTwiceItsWebpIsShrunkOnlyByTheResizeUnlessFast() throws ImageException {
        Size whole = new Size(203, 151);
        Size half = new Size(102, 76);
        assertThat(decoded(whole, Encoding.webp())).isEqualTo(whole);
        assertThat(decoded(whole, Encoding.webp().fast())).isEqualTo(half);
        assertThat(decoded(whole, Encoding.jpeg())).isEqualTo(half);
    }

    private static Size decoded(Size size, Encoding encoding) throws ImageException {
        Bytes photo = photo(size, Layout.YCBCR_420, Orientation.NORMAL);
        Variant variant = Variant.named("v").limit(100).encode(encoding);
        try (Pipeline pipeline = Pipeline.builder().variant(variant).build()) {
            return pipeline.plan(Source.of(photo)).report().raster().size();
        }
    }

    @Test
    void whatIsPaddedOrLosslessLeavesYcbcrAfterTheResize() throws ImageException {
        Bytes photo = photo(new Size(203, 151), Layout.YCBCR_420, Orientation.NORMAL);
        try (Pipeline pipeline = planar(
                Variant.named("p").pad(90, 90),
                Variant.named("l").limit(80).encode(Encoding.webp().lossless(true)))) {
            assertThat(pipeline.process(Source.of(photo), Map.of())).isInstanceOf(Outcome.Completed.class);
        }
        assertThat(jpeg.opened()).extracting(RasterSpec::layout).containsExactly(Layout.RGB);
        assertThat(webp.opened()).extracting(RasterSpec::layout).containsExactly(Layout.RGB);
    }

    @ParameterizedTest
    @MethodSource("everyOrientationSamplingAndParity")
    void planesAndRgbMakeTheSamePicture(Orientation orientation, Channels channels, Size size) throws ImageException {
        Bytes photo = photo(size, layout(channels), orientation);
        Variant[] variants = {
            Variant.named("own"),
            Variant.named("less").limit(130),
            Variant.named("half").limit(90)
        };
        try (Pipeline planar = planar(variants);
                Pipeline rgb = byWayOfRgb(variants)) {
            assertSame(completed(planar, photo), completed(rgb, photo));
        }
        assertThat(jpeg.opened()).extracting(RasterSpec::layout).containsOnly(Layout.YCBCR_420);
    }

    @ParameterizedTest
    @MethodSource("everyOrientationSamplingAndParity")
    void aFlatColourStaysExactlyThatColour(Orientation orientation, Channels channels, Size size)
            throws ImageException {
        Raster flat = TestPicture.flat(RasterSpec.of(size, layout(channels)), 120, 90, 201);
        Bytes file = oriented(TestPicture.encode(new TurboJpegEncoderProvider(), flat, fine()), orientation);
        try (Pipeline pipeline = planar(
                Variant.named("own"),
                Variant.named("odd").limit(131),
                Variant.named("small").limit(50))) {
            for (var rendition : completed(pipeline, file).renditions()) {
                Raster back = TestPicture.decode(new TurboJpegDecoderProvider(), rendition.bytes(), Layout.YCBCR_420);
                assertThat(back.spec().layout()).isEqualTo(Layout.YCBCR_420);
                for (int plane = 0; plane < 3; plane++) {
                    assertThat(TestPicture.samples(back, plane)).containsOnly(new int[] {120, 90, 201}[plane]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyOrientation")
    void webpsLimitedRangeComesOutAsTheSamePicture(Orientation orientation) throws ImageException {
        Encoding best = Encoding.webp().quality(98);
        Bytes photo = photo(new Size(203, 151), Layout.YCBCR_420, orientation);
        Variant[] variants = {
            Variant.named("own").encode(best), Variant.named("less").limit(130).encode(best)
        };
        try (Pipeline planar = planar(variants);
                Pipeline rgb = byWayOfRgb(variants)) {
            Outcome.Completed one = completed(planar, photo);
            Outcome.Completed other = completed(rgb, photo);
            for (int i = 0; i < one.renditions().size(); i++) {
                Raster a = TestPicture.decode(
                        new TurboWebpDecoderProvider(), one.renditions().get(i).bytes(), Layout.RGB);
                Raster b = TestPicture.decode(
                        new TurboWebpDecoderProvider(),
                        other.renditions().get(i).bytes(),
                        Layout.RGB);
                assertThat(TestPicture.psnr(TestPicture.samples(a, 0), TestPicture.samples(b, 0)))
                        .isGreaterThan(40);
            }
        }
    }

    static Stream<Orientation> everyOrientation() {
        return Stream.of(Orientation.values());
    }

    static Stream<Arguments> everyOrientationSamplingAndParity() {
        return everyOrientation()
                .flatMap(orientation -> SAMPLINGS.stream()
                        .flatMap(sampling -> SIZES.stream().map(size -> Arguments.of(orientation, sampling, size))));
    }

    private static void assertSame(Outcome.Completed planar, Outcome.Completed rgb) throws ImageException {
        assertThat(planar.renditions()).hasSameSizeAs(rgb.renditions());
        for (int i = 0; i < planar.renditions().size(); i++) {
            assertThat(planar.renditions().get(i).size())
                    .isEqualTo(rgb.renditions().get(i).size());
            Raster a = TestPicture.decode(
                    new TurboJpegDecoderProvider(), planar.renditions().get(i).bytes(), Layout.RGB);
            Raster b = TestPicture.decode(
                    new TurboJpegDecoderProvider(), rgb.renditions().get(i).bytes(), Layout.RGB);
            assertThat(TestPicture.psnr(TestPicture.samples(a, 0), TestPicture.samples(b, 0)))
                    .as(planar.renditions().get(i).name())
                    .isGreaterThan(40);
        }
    }

    private Pipeline planar(Variant... variants) {
        return with(Pipeline.builder().register(jpeg).register(webp), variants);
    }

    private static Pipeline byWayOfRgb(Variant... variants) {
        PipelineBuilder builder = Pipeline.builder()
                .register(new RgbOnlyEncoder(new TurboJpegEncoderProvider()))
                .register(new RgbOnlyEncoder(new TurboWebpEncoderProvider()));
        return with(builder, variants);
    }

    private static Pipeline with(PipelineBuilder builder, Variant... variants) {
        PipelineBuilder with = builder.accept(Format.JPEG).encode(fine());
        for (Variant variant : variants) {
            with = with.variant(variant);
        }
        return with.build();
    }

    private static Outcome.Completed completed(Pipeline pipeline, Bytes file) {
        Outcome outcome = pipeline.process(Source.of(file), Map.of());
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        return (Outcome.Completed) outcome;
    }

    private static Bytes photo(Size size, Layout layout, Orientation orientation) throws ImageException {
        EncoderProvider jpeg = new TurboJpegEncoderProvider();
        Raster rgb = TestPicture.photo(size.width(), size.height(), Layout.RGB);
        Bytes file = TestPicture.encode(jpeg, TestPicture.ycbcr(rgb, layout), fine());
        return oriented(file, orientation);
    }

    /** The file with an EXIF segment that has this orientation. */
    private static Bytes oriented(Bytes file, Orientation orientation) {
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation.exif(),
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] out = new byte[file.length() + exif.length];
        file.copyTo(0, out, 0, 2);
        System.arraycopy(exif, 0, out, 2, exif.length);
        file.copyTo(2, out, 2 + exif.length, file.length() - 2);
        return Bytes.wrap(out);
    }

    private static Layout layout(Channels channels) {
        return new Layout(channels, Layout.Range.FULL, Layout.Siting.CENTER);
    }

    private static Encoding fine() {
        return Encoding.jpeg().quality(100);
    }
}
