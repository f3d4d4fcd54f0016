package dev.darkroom.turbo.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.jpeg.JpegMarker;
import dev.darkroom.core.header.jpeg.JpegSegment;
import dev.darkroom.core.header.jpeg.JpegSegments;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.testkit.CountingMemory;
import dev.darkroom.turbo.NativeLibraryAssumption;
import dev.darkroom.turbo.TestPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurboJpegEncoderTest {
    private static final EncoderProvider JPEG = new TurboJpegEncoderProvider();

    @BeforeEach
    void theLibraryIsHere() {
        NativeLibraryAssumption.require(JPEG);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 50, 80, 95, 100})
    void fromRgbTheBytesAreThoseOfCjpeg(int quality) throws ImageException {
        Raster photo = TestPicture.photo(301, 203, Layout.RGB);
        assertThat(TestPicture.encode(JPEG, photo, Encoding.jpeg().quality(quality)))
                .isEqualTo(CjpegFixture.cjpeg(301, 203, "-baseline", "-optimize", "-quality", String.valueOf(quality)));
    }

    @Test
    void huffmanTablesAreMadeForThePictureUnlessTurnedOff() throws ImageException {
        Raster photo = TestPicture.photo(301, 203, Layout.RGB);
        Bytes standard = TestPicture.encode(JPEG, photo, Encoding.jpeg().optimizedHuffman(false));
        assertThat(standard).isEqualTo(CjpegFixture.cjpeg(301, 203, "-quality", "80"));
        assertThat(TestPicture.encode(JPEG, photo, Encoding.jpeg()).length()).isLessThan(standard.length());
    }

    @Test
    void nothingIsWrittenButJfifAndThePicture() throws ImageException {
        Raster planes = TestPicture.ycbcr(TestPicture.photo(50, 40, Layout.RGB), Layout.YCBCR_420);
        List<Integer> markers = new ArrayList<>();
        JpegSegments segments = new JpegSegments(TestPicture.encode(JPEG, planes, Encoding.jpeg()));
        for (JpegSegment segment = segments.next(); segment != null; segment = segments.next()) {
            markers.add(segment.marker());
        }
        assertThat(markers)
                .containsOnly(
                        JpegMarker.SOI,
                        JpegMarker.APP0,
                        JpegMarker.DQT,
                        JpegMarker.SOF0,
                        JpegMarker.DHT,
                        JpegMarker.SOS,
                        JpegMarker.EOI);
        assertThat(segments.extraneous()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 90, 95, 100})
    void noiseTakesNoMoreThanWasReported(int quality) throws ImageException {
        Encoding encoding = Encoding.jpeg().quality(quality).optimizedHuffman(false);
        for (Layout layout : JPEG.layouts(encoding)) {
            Raster noise = Raster.allocate(RasterSpec.of(new Size(512, 512), layout), CountingMemory.unlimited());
            for (Plane plane : noise.planes()) {
                byte[] row = new byte[plane.rowBytes()];
                Random random = new Random(7);
                for (int y = 0; y < plane.rows(); y++) {
                    random.nextBytes(row);
                    plane.writeRow(y, row, 0);
                }
            }
            long planes = noise.spec().bytes();
            long file = TestPicture.encode(JPEG, noise, encoding).length();
            assertThat(planes + 2 * file).isLessThan(JPEG.peakBytes(noise.spec(), encoding));
        }
    }

    @Test
    void aSideTooLongForJpegIsRefusedBeforeAnythingIsAllocated() {
        RasterSpec wide = RasterSpec.of(Size.of(65_536, 1), Layout.RGB);
        assertThatThrownBy(() -> JPEG.open(wide, Encoding.jpeg(), CountingMemory.limitedTo(0)))
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Unsupported.class));
    }
}
