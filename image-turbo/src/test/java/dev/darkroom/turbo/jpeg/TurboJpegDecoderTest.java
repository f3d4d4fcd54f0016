package dev.darkroom.turbo.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.jpeg.JpegMarker;
import dev.darkroom.core.jpeg.JpegCompleteness;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.testkit.CountingMemory;
import dev.darkroom.turbo.NativeLibraryAssumption;
import dev.darkroom.turbo.TestPicture;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurboJpegDecoderTest {
    private static final DecoderProvider JPEG = new TurboJpegDecoderProvider();

    @BeforeEach
    void theLibraryIsHere() {
        NativeLibraryAssumption.require(JPEG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-baseline",
                "-progressive",
                "-arithmetic",
                "-rgb",
                "-grayscale",
                "-sample 1x1",
                "-sample 2x1",
                "-sample 1x2",
                "-sample 4x1",
                "-sample 4x2",
                "-sample 1x4",
                "-sample 2x2,2x1,1x2",
                "-restart 1"
            })
    void inRgbThePixelsAreThoseOfDjpeg(String options) throws ImageException {
        Bytes file = CjpegFixture.cjpeg(101, 67, options.split(" "));
        Raster ours = TestPicture.decode(JPEG, file, Layout.RGB, Layout.GRAY);
        byte[] samples = TestPicture.samples(ours, 0);
        assertThat(samples).isEqualTo(CjpegFixture.djpeg(file, samples.length));
    }

    @ParameterizedTest
    @CsvSource({"1x1, YCBCR_444", "2x1, YCBCR_422", "2x2, YCBCR_420", "1x2, YCBCR_440"})
    void planesComeAsTheFileHasThem(String sampling, Layout.Channels channels) throws ImageException {
        Bytes file = CjpegFixture.cjpeg(101, 67, "-sample", sampling);
        assertThat(report(file, new Size(101, 67), Layout.YCBCR_420, Layout.RGB)
                        .raster()
                        .layout()
                        .channels())
                .isEqualTo(channels);
        assertThat(report(file, new Size(101, 67), Layout.RGB).raster().layout())
                .isEqualTo(Layout.RGB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-rgb", "-sample 4x1", "-sample 2x2,2x1,1x2", "-sample 4x2"})
    void whatHasNoPlanesOfOursComesAsRgb(String options) throws ImageException {
        Bytes file = CjpegFixture.cjpeg(101, 67, options.split(" "));
        assertThat(report(file, new Size(101, 67), Layout.YCBCR_420).raster().layout())
                .isEqualTo(Layout.RGB);
    }

    @ParameterizedTest
    @CsvSource({"101,67,1", "51,34,2", "52,30,1", "50,34,2", "26,17,4", "25,17,4", "13,9,8", "1,1,8", "14,9,4"})
    void theSmallestScaleThatCoversIsTaken(int width, int height, int denominator) throws ImageException {
        DecodeReport report = report(CjpegFixture.cjpeg(101, 67), new Size(width, height), Layout.RGB);
        assertThat(report.scale()).isEqualTo(1.0 / denominator);
        assertThat(report.raster().size())
                .isEqualTo(new Size((101 + denominator - 1) / denominator, (67 + denominator - 1) / denominator));
    }

    @Test
    void fourInksAreLeftToAnother() throws ImageException {
        byte[] inks = CjpegFixture.cjpeg(16, 16).toArray();
        int frame = CjpegFixture.indexOf(inks, 0xC0);
        byte[] four = new byte[inks.length + 3];
        System.arraycopy(inks, 0, four, 0, frame + 19);
        four[frame + 3] += 3;
        four[frame + 9] = 4;
        System.arraycopy(new byte[] {4, 0x11, 0}, 0, four, frame + 19, 3);
        System.arraycopy(inks, frame + 19, four, frame + 22, inks.length - frame - 19);
        assertThatThrownBy(() -> report(Bytes.wrap(four), new Size(16, 16), Layout.RGB))
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Unsupported.class));
    }

    @Test
    void aFileOfAThousandScansIsRefusedBeforeItIsDecoded() throws ImageException {
        Bytes file = CjpegFixture.cjpeg(16, 16, "-progressive");
        byte[] bytes = file.toArray();
        int end = bytes.length - 2;
        int last = CjpegFixture.lastIndexOf(bytes, 0xDA);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, end);
        for (int i = 0; i < 1000; i++) {
            out.write(bytes, last, end - last);
        }
        out.write(bytes, end, 2);
        assertThatThrownBy(() -> report(Bytes.wrap(out.toByteArray()), new Size(16, 16), Layout.RGB))
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.OverLimit.class));
    }

    @Test
    void aSequentialScansUnusedParametersMatterToNobody() throws ImageException {
        byte[] file = CjpegFixture.cjpeg(40, 30).toArray();
        byte[] expected = TestPicture.samples(TestPicture.decode(JPEG, Bytes.copyOf(file), Layout.RGB), 0);
        int scan = CjpegFixture.lastIndexOf(file, 0xDA);
        file[scan + 12] = 0;
        assertThat(TestPicture.samples(TestPicture.decode(JPEG, Bytes.wrap(file), Layout.RGB), 0))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-baseline", "-progressive", "-restart 1"})
    void whatStandsBetweenTheLastBlockAndTheEndHarmsNobody(String options) throws ImageException {
        byte[] file = CjpegFixture.cjpeg(96, 64, options.split(" ")).toArray();
        byte[] longer = Arrays.copyOf(file, file.length + 40);
        longer[longer.length - 2] = (byte) 0xFF;
        longer[longer.length - 1] = (byte) JpegMarker.EOI;
        Arrays.fill(longer, file.length - 2, file.length + 38, (byte) 0x55);
        for (Layout layout : List.of(Layout.RGB, Layout.YCBCR_420)) {
            byte[] expected = TestPicture.samples(TestPicture.decode(JPEG, Bytes.copyOf(file), layout), 0);
            assertThat(TestPicture.samples(TestPicture.decode(JPEG, Bytes.wrap(longer), layout), 0))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "101, 67, -baseline",
        "101, 67, -progressive",
        "101, 67, -restart 1",
        "96, 64, -baseline",
        "96, 64, -progressive",
        "96, 64, -restart 1",
        "96, 64, -sample 1x1"
    })
    void dataMissingBeforeTheEndIsMalformed(int width, int height, String options) throws ImageException {
        byte[] file = CjpegFixture.cjpeg(width, height, options.split(" ")).toArray();
        byte[] shorter = Arrays.copyOf(file, file.length - 30);
        shorter[shorter.length - 2] = (byte) 0xFF;
        shorter[shorter.length - 1] = (byte) JpegMarker.EOI;
        for (Layout layout : List.of(Layout.RGB, Layout.YCBCR_420)) {
            assertThatThrownBy(() -> TestPicture.decode(JPEG, Bytes.wrap(shorter), layout))
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Malformed.class));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-baseline", "-progressive", "-restart 1", "-sample 1x1", "-grayscale"})
    void aFileWithoutItsEndMarkerGivesTheSamePixelsAndAWarning(String options) throws ImageException {
        Bytes file = CjpegFixture.cjpeg(101, 67, options.split(" "));
        Bytes endless = file.slice(0, file.length() - 2);
        for (Layout layout : List.of(Layout.RGB, Layout.YCBCR_420)) {
            assertThat(TestPicture.samples(TestPicture.decode(JPEG, endless, layout, Layout.GRAY), 0))
                    .isEqualTo(TestPicture.samples(TestPicture.decode(JPEG, file, layout, Layout.GRAY), 0));
        }
        assertThat(warnings(file)).isEmpty();
        assertThat(warnings(endless)).containsExactly(JpegCompleteness.END_IS_MISSING);
    }

    private static List<String> warnings(Bytes file) throws ImageException {
        try (Decoder decoder = JPEG.open(Format.JPEG, file)) {
            DecodeReport report = decoder.prepare(new DecodeHint(new Size(101, 67), List.of(Layout.RGB, Layout.GRAY)));
            decoder.decode(band -> {}, CountingMemory.limitedTo(report.peakBytes()));
            return decoder.warnings();
        }
    }

    private static DecodeReport report(Bytes file, Size atLeast, Layout... layouts) throws ImageException {
        try (Decoder decoder = JPEG.open(Format.JPEG, file)) {
            return decoder.prepare(new DecodeHint(atLeast, List.of(layouts)));
        }
    }
}
