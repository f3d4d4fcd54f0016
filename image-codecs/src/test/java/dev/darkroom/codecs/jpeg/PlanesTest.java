package dev.darkroom.codecs.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codecs.CheckedDecoding;
import dev.darkroom.codecs.Pixels;
import dev.darkroom.codecs.SyntheticPhotos;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.testkit.CountingMemory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests YCbCr decoding and encoding without a conversion to RGB. */
class PlanesTest {
    private static final int DQT = 0xDB;
    private static final int SOF0 = 0xC0;
    private static final List<Layout> PLANES_WANTED = List.of(Layout.YCBCR_420, Layout.RGB, Layout.GRAY);

    @Test
    void thisJdksReaderLeavesYcbcrAsItIs() {
        assertThat(YcbcrSupport.areHad()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-sample 1x1", "-sample 2x1", "-sample 2x2", "-sample 1x2", "-sample 4x1", "-progressive", "-rgb"
            })
    void planesAreTheSamePictureAsRgb(String options) throws ImageException {
        for (int width : new int[] {1, 16, 131}) {
            byte[] file = JpegFixture.cjpeg(SyntheticPhotos.photo(width, 93, 3), options.split(" "));
            Pixels planes = rgb(decode(file));
            Pixels rgb = CheckedDecoding.decode(new JpegDecoderProvider(), file);
            assertThat(planes.worstDifference(rgb)).as(options + " at " + width).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void grayStaysOnePlaneAndRgbIsNotTakenForYcbcr() throws ImageException {
        Pixels scene = SyntheticPhotos.photo(40, 30, 3);
        assertThat(decode(JpegFixture.cjpeg(scene, "-grayscale")).spec().layout())
                .isEqualTo(Layout.GRAY);
        assertThat(decode(JpegFixture.cjpeg(scene, "-rgb")).spec().layout()).isEqualTo(Layout.RGB);
        assertThat(decode(JpegFixture.cjpeg(scene)).spec().layout()).isEqualTo(Layout.YCBCR_444);
    }

    @Test
    void encodedPlanesComeBackAsTheyWere() throws ImageException {
        for (Size size : List.of(Size.of(1, 1), Size.of(17, 31), Size.of(64, 49))) {
            Raster planes = smooth(RasterSpec.of(size, Layout.YCBCR_420));
            Raster back = decode(encode(planes, Encoding.jpeg().quality(100)));
            for (int plane = 0; plane < 3; plane++) {
                for (int y = 0; y < size.height(); y++) {
                    for (int x = 0; x < size.width(); x++) {
                        assertThat(sample(back, plane, x, y))
                                .as(size + ", plane " + plane + " at " + x + ", " + y)
                                .isCloseTo(sample(planes, plane, x, y), org.assertj.core.api.Assertions.within(4));
                    }
                }
            }
        }
    }

    @Test
    void planesAreEncodedWithTheTablesSamplingAndMarkersOfRgb() throws ImageException {
        RasterSpec spec = RasterSpec.of(Size.of(48, 32), Layout.YCBCR_420);
        for (int quality : new int[] {1, 50, 80, 100}) {
            Encoding encoding = Encoding.jpeg().quality(quality);
            byte[] planes = encode(smooth(spec), encoding);
            byte[] rgb = encode(smooth(spec.withLayout(Layout.RGB)), encoding);
            assertThat(JpegFixture.data(planes, DQT)).isEqualTo(JpegFixture.data(rgb, DQT));
            assertThat(JpegFixture.data(planes, SOF0)).isEqualTo(JpegFixture.data(rgb, SOF0));
            assertThat(JpegFixture.markers(planes)).isEqualTo(JpegFixture.markers(rgb));
        }
    }

    private static byte[] encode(Raster picture, Encoding encoding) throws ImageException {
        try (Encoder encoder = new JpegEncoderProvider().open(picture.spec(), encoding, CountingMemory.unlimited())) {
            encoder.accept(picture.asBand());
            return encoder.finish().toArray();
        }
    }

    /** Decodes with a hint that accepts planes. */
    private static Raster decode(byte[] file) throws ImageException {
        try (Decoder decoder = new JpegDecoderProvider().open(Format.JPEG, Bytes.wrap(file))) {
            DecodeReport report = decoder.prepare(new DecodeHint(Size.of(1, 1), PLANES_WANTED));
            Raster whole = Raster.allocate(report.raster(), CountingMemory.unlimited());
            decoder.decode(band -> copy(band, whole), CountingMemory.limitedTo(report.peakBytes()));
            return whole;
        }
    }

    private static void copy(Band band, Raster whole) {
        for (int plane = 0; plane < whole.planes().size(); plane++) {
            byte[] row = new byte[whole.plane(plane).rowBytes()];
            for (int y = 0; y < band.rows(); y++) {
                band.planes().get(plane).readRow(y, row, 0);
                whole.plane(plane).writeRow(band.top() + y, row, 0);
            }
        }
    }

    private static Raster smooth(RasterSpec spec) throws ImageException {
        Raster raster = Raster.allocate(spec, CountingMemory.unlimited());
        for (int index = 0; index < raster.planes().size(); index++) {
            int slope = index + 1;
            var plane = raster.plane(index);
            for (int y = 0; y < plane.rows(); y++) {
                for (int i = 0; i < plane.rowBytes(); i++) {
                    plane.buffer().put(plane.rowStart(y) + i, (byte) (90 + slope * i / 3 + y / slope));
                }
            }
        }
        return raster;
    }

    private static int sample(Raster raster, int plane, int x, int y) {
        Layout layout = raster.spec().layout();
        var from = raster.plane(plane);
        return from.buffer().get(from.rowStart(y >> layout.shiftY(plane)) + (x >> layout.shiftX(plane))) & 0xFF;
    }

    /** Converts YCbCr to RGB (JFIF 1.02). */
    private static Pixels rgb(Raster raster) {
        Pixels pixels = Pixels.empty(raster.spec().width(), raster.spec().height(), 3);
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                if (!raster.spec().layout().isPlanar()) {
                    for (int c = 0; c < 3; c++) {
                        pixels.set(
                                x,
                                y,
                                c,
                                raster.plane(0).buffer().get(raster.plane(0).rowStart(y) + 3 * x + c) & 0xFF);
                    }
                    continue;
                }
                int luma = sample(raster, 0, x, y);
                int cb = sample(raster, 1, x, y) - 128;
                int cr = sample(raster, 2, x, y) - 128;
                pixels.set(x, y, 0, level(luma + 1.402 * cr));
                pixels.set(x, y, 1, level(luma - 0.344136 * cb - 0.714136 * cr));
                pixels.set(x, y, 2, level(luma + 1.772 * cb));
            }
        }
        return pixels;
    }

    private static int level(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
