package dev.darkroom.codecs.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.codecs.CheckedDecoding;
import dev.darkroom.codecs.HostileInputChecks;
import dev.darkroom.codecs.Pixels;
import dev.darkroom.codecs.ReferenceCodecs;
import dev.darkroom.codecs.SyntheticPhotos;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.core.jpeg.JpegCompleteness;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.testkit.CountingMemory;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegDecoderTest {
    private static final DecoderProvider JPEG = new JpegDecoderProvider();
    private static final DecodeHint HINT = new DecodeHint(Size.of(1, 1), List.of(Layout.RGB));
    private static final int APP14 = 0xEE;
    /** Its bytes. */
    private static final int EOI = 2;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-sample 1x1",
                "-sample 2x1",
                "-sample 2x2",
                "-sample 1x2",
                "-sample 4x1",
                "-sample 1x1,1x1,1x1 -rgb",
                "-progressive -sample 2x2",
                "-progressive -sample 1x1",
                "-restart 1",
                "-baseline -quality 5",
                "-quality 100 -sample 1x1",
                "-progressive -restart 3B -sample 2x1",
                "-optimize",
                "-grayscale",
                "-grayscale -progressive"
            })
    void everySamplingAndProcessDecodesAsLibjpegDecodesIt(String options) throws ImageException {
        for (int width : new int[] {1, 16, 131}) {
            byte[] file = JpegFixture.cjpeg(SyntheticPhotos.photo(width, 93, 3), options.split(" "));
            Pixels ours = CheckedDecoding.decode(JPEG, file);
            Pixels theirs = ReferenceCodecs.djpeg(file).orElseThrow();
            assertThat(ours.channels()).isEqualTo(options.contains("gray") ? 1 : 3);
            // The libjpeg 6b in some JDKs repeats chroma rows of 1x2 sampling; libjpeg-turbo interpolates them.
            double mean = options.contains("1x2") ? 3 : 1;
            assertThat(ours.meanDifference(theirs)).as(options + " at " + width).isLessThan(mean);
            assertThat(ours.worstDifference(theirs))
                    .as(options + " at " + width)
                    .isLessThanOrEqualTo(mean > 1 ? 40 : 8);
        }
    }

    @Test
    void theLastScanOfAProgressiveJpegIsTheOneShown() throws ImageException {
        Pixels scene = SyntheticPhotos.photo(200, 150, 3);
        Pixels progressive = CheckedDecoding.decode(JPEG, JpegFixture.cjpeg(scene, "-progressive", "-quality", "95"));
        Pixels baseline = CheckedDecoding.decode(JPEG, JpegFixture.cjpeg(scene, "-quality", "95"));
        assertThat(progressive.samples()).isEqualTo(baseline.samples());
    }

    @Test
    void threeComponentsWithoutAnyMarkerAreYcbcr() throws ImageException {
        // For 4:4:4 without JFIF and Adobe segments, the JDK assumes RGB. Libjpeg and other decoders assume YCbCr.
        byte[] file = JpegFixture.cjpeg(SyntheticPhotos.photo(64, 64, 3), "-sample", "1x1");
        byte[] bare = JpegFixture.without(file, 0xE0);
        assertThat(CheckedDecoding.decode(JPEG, bare).samples())
                .isEqualTo(CheckedDecoding.decode(JPEG, file).samples());
    }

    @Test
    void brokenMetadataIsNobodysBusiness() throws ImageException {
        byte[] file = JpegFixture.cjpeg(SyntheticPhotos.photo(40, 30, 3), "-quality", "90");
        byte[] plain = CheckedDecoding.decode(JPEG, file).samples();
        byte[] profile = "ICC_PROFILE\0\1\1 this is no profile".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] exif = "Exif\0\0MM\0*\0\0\0\bno".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] jfxx = "JFXX\0\u0010".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        file = JpegFixture.withSegment(file, 0xE2, profile);
        file = JpegFixture.withSegment(file, 0xE1, exif);
        file = JpegFixture.withSegment(file, 0xE0, jfxx);
        assertThat(CheckedDecoding.decode(JPEG, file).samples()).isEqualTo(plain);
    }

    @Test
    void adobeInksAreInverted() throws ImageException {
        Pixels scene = SyntheticPhotos.photo(120, 90, 3);
        byte[] file = JpegFixture.cmyk(scene);
        assertThat(JpegFixture.markers(file)).contains(APP14);
        assertThat(CheckedDecoding.decode(JPEG, file).meanDifference(scene)).isLessThan(4);
    }

    @Test
    void inksAreInvertedWithAdobesMarkerAndWithoutIt() throws Exception {
        byte[] cyan = JpegFixture.inks(40, 30, 0, 255, 255, 255);
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        for (byte[] file : List.of(cyan, JpegFixture.withSegment(cyan, APP14, adobe))) {
            Pixels pixels = CheckedDecoding.decode(JPEG, file);
            assertThat(List.of(pixels.at(5, 5, 0), pixels.at(5, 5, 1), pixels.at(5, 5, 2)))
                    .containsExactly(0, 255, 255);
        }
    }

    @Test
    void yccInksGiveTheColorsOfTheInksTheyStandFor() throws Exception {
        // Stored with transform 2: Y, Cb and Cr of cyan 128, and inverted black (no ink).
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 2};
        byte[] stored = JpegFixture.inks(40, 30, 38, 106, 192, 255);
        Pixels pixels = CheckedDecoding.decode(JPEG, JpegFixture.withSegment(stored, APP14, adobe));
        assertThat(pixels.at(9, 9, 0)).isCloseTo(127, within(4));
        assertThat(pixels.at(9, 9, 1)).isCloseTo(255, within(4));
        assertThat(pixels.at(9, 9, 2)).isCloseTo(255, within(4));
    }

    @Test
    void decodingTakesMemoryForRowsNotForThePicture() throws ImageException {
        byte[] file = JpegFixture.cjpeg(SyntheticPhotos.photo(400, 4000, 3), "-quality", "50");
        try (Decoder decoder = JPEG.open(Format.JPEG, Bytes.copyOf(file))) {
            DecodeReport report = decoder.prepare(HINT);
            assertThat(report.peakBytes()).isLessThan(400 * 4000 * 3 / 4);
        }
    }

    @Test
    void anExceptionOfTheSinkComesThroughAsItIs() throws ImageException {
        byte[] file = JpegFixture.cjpeg(SyntheticPhotos.photo(400, 400, 3));
        ImageException stop = ImageException.stopped("enough");
        CountingMemory memory = CountingMemory.unlimited();
        try (Decoder decoder = JPEG.open(Format.JPEG, Bytes.copyOf(file))) {
            decoder.prepare(HINT);
            assertThatThrownBy(() -> decoder.decode(
                            band -> {
                                throw stop;
                            },
                            memory))
                    .isSameAs(stop);
            assertThat(memory.used()).isZero();
        }
    }

    @Test
    void arithmeticCodingIsDecodedOrUnsupportedButNeverWrong() throws ImageException {
        Pixels scene = SyntheticPhotos.photo(100, 80, 3);
        byte[] file = JpegFixture.cjpeg(scene, "-arithmetic");
        if (ArithmeticCodingSupport.isSupported()) {
            assertThat(CheckedDecoding.decode(JPEG, file)
                            .meanDifference(ReferenceCodecs.djpeg(file).orElseThrow()))
                    .isLessThan(1);
        } else {
            System.out.println("this JDK's reader has no arithmetic coding");
            try (Decoder decoder = JPEG.open(Format.JPEG, Bytes.copyOf(file))) {
                assertThatThrownBy(() -> decoder.prepare(HINT))
                        .isInstanceOfSatisfying(
                                ImageException.class,
                                e -> assertThat(e.failure()).isInstanceOf(Failure.Unsupported.class));
            }
        }
    }

    @Test
    void everyTruncationIsMalformed() {
        Pixels scene = SyntheticPhotos.photo(90, 70, 3);
        HostileInputChecks.everyTruncationIsMalformed(JPEG, JpegFixture.cjpeg(scene), EOI);
        HostileInputChecks.everyTruncationIsMalformed(JPEG, JpegFixture.cjpeg(scene, "-progressive"), EOI);
        HostileInputChecks.everyTruncationIsMalformed(JPEG, JpegFixture.cmyk(scene), EOI);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-baseline", "-progressive", "-restart 1", "-sample 1x1", "-grayscale"})
    void aFileWithoutItsEndMarkerGivesTheSamePixelsAndAWarning(String options) throws ImageException {
        byte[] file = JpegFixture.cjpeg(SyntheticPhotos.photo(101, 67, 3), options.split(" "));
        byte[] endless = java.util.Arrays.copyOf(file, file.length - EOI);
        assertThat(CheckedDecoding.decode(JPEG, endless).samples())
                .isEqualTo(CheckedDecoding.decode(JPEG, file).samples());
        assertThat(warnings(file)).isEmpty();
        assertThat(warnings(endless)).containsExactly(JpegCompleteness.END_IS_MISSING);
    }

    private static List<String> warnings(byte[] file) throws ImageException {
        try (Decoder decoder = JPEG.open(Format.JPEG, Bytes.copyOf(file))) {
            DecodeReport report = decoder.prepare(HINT);
            decoder.decode(band -> {}, CountingMemory.limitedTo(report.peakBytes()));
            return decoder.warnings();
        }
    }

    @Test
    void aTruncationClosedWithAnEndMarkerIsMalformedToo() {
        byte[] file = JpegFixture.cjpeg(SyntheticPhotos.photo(200, 200, 3));
        byte[] cut = java.util.Arrays.copyOf(file, file.length / 2);
        cut[cut.length - 2] = (byte) 0xFF;
        cut[cut.length - 1] = (byte) 0xD9;
        HostileInputChecks.requireMalformed(JPEG, cut, "cut and closed");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void strayBytesBeforeTheEndMarkerChangeNothing(boolean inks) throws ImageException {
        Pixels scene = SyntheticPhotos.photo(90, 70, 3);
        byte[] file = inks ? JpegFixture.cmyk(scene) : JpegFixture.cjpeg(scene);
        byte[] stray = java.util.Arrays.copyOf(file, file.length + 4);
        System.arraycopy(new byte[] {1, 2, 3, 4, (byte) 0xFF, (byte) 0xD9}, 0, stray, file.length - 2, 6);
        assertThat(CheckedDecoding.decode(JPEG, stray).samples())
                .isEqualTo(CheckedDecoding.decode(JPEG, file).samples());
    }

    @Property(tries = 150)
    void mutationsArePicturesOrRefusals(@ForAll long seed) {
        Pixels scene = SyntheticPhotos.photo(40, 30, 3);
        List<byte[]> files = List.of(
                JpegFixture.cjpeg(scene),
                JpegFixture.cjpeg(scene, "-progressive"),
                JpegFixture.cjpeg(scene, "-grayscale", "-restart", "1"),
                JpegFixture.cmyk(scene));
        HostileInputChecks.mutationIsAPictureOrARefusal(JPEG, files.get((int) Math.floorMod(seed, 4L)), seed);
    }
}
