package dev.darkroom.codecs.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codecs.CheckedDecoding;
import dev.darkroom.codecs.CheckedEncoding;
import dev.darkroom.codecs.Pixels;
import dev.darkroom.codecs.ReferenceCodecs;
import dev.darkroom.codecs.SyntheticPhotos;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.testkit.CountingMemory;
import java.util.List;
import org.junit.jupiter.api.Test;

class JpegEncoderTest {
    private static final EncoderProvider JPEG = new JpegEncoderProvider();
    private static final int APP0 = 0xE0;
    private static final int DQT = 0xDB;
    private static final int SOF0 = 0xC0;
    private static final int DHT = 0xC4;

    @Test
    void everyQualityHasLibjpegsTables() throws ImageException {
        Pixels scene = SyntheticPhotos.photo(16, 16, 3);
        for (int quality = 1; quality <= 100; quality++) {
            byte[] ours = CheckedEncoding.encode(JPEG, scene, Encoding.jpeg().quality(quality));
            byte[] theirs = JpegFixture.cjpeg(scene, "-baseline", "-quality", String.valueOf(quality));
            assertThat(JpegFixture.data(ours, DQT)).as("quality " + quality).isEqualTo(JpegFixture.data(theirs, DQT));
        }
    }

    @Test
    void colorIsSubsampledFourTwoZero() throws ImageException {
        byte[] file = CheckedEncoding.encode(JPEG, SyntheticPhotos.photo(33, 21, 3), Encoding.jpeg());
        byte[] frame = JpegFixture.data(file, SOF0);
        assertThat(frame).startsWith(8, 0, 21, 0, 33, 3);
        assertThat(List.of(frame[7], frame[10], frame[13])).containsExactly((byte) 0x22, (byte) 0x11, (byte) 0x11);
    }

    @Test
    void libjpegAndWeReadTheSamePictureBack() throws ImageException {
        for (int channels : new int[] {1, 3}) {
            Pixels scene = SyntheticPhotos.photo(301, 203, channels);
            byte[] file = CheckedEncoding.encode(JPEG, scene, Encoding.jpeg().quality(92));
            Pixels theirs = ReferenceCodecs.djpeg(file).orElseThrow();
            assertThat(theirs.channels()).isEqualTo(channels);
            assertThat(theirs.meanDifference(scene)).isLessThan(4);
            assertThat(CheckedDecoding.decode(new JpegDecoderProvider(), file).meanDifference(theirs))
                    .isLessThan(1);
        }
    }

    @Test
    void weEncodeAsWellAsLibjpegInAsManyBytes() throws ImageException {
        for (String quality : List.of("30", "80", "95")) {
            Pixels scene = SyntheticPhotos.photo(640, 427, 3);
            byte[] ours = CheckedEncoding.encode(JPEG, scene, Encoding.jpeg().quality(Integer.parseInt(quality)));
            byte[] theirs = JpegFixture.cjpeg(scene, "-baseline", "-optimize", "-quality", quality);
            assertThat((double) ours.length / theirs.length)
                    .as("bytes at " + quality)
                    .isLessThan(1.01);
            double our = ReferenceCodecs.djpeg(ours).orElseThrow().meanDifference(scene);
            double their = ReferenceCodecs.djpeg(theirs).orElseThrow().meanDifference(scene);
            assertThat(our / their).as("error at " + quality).isLessThan(1.005);
        }
    }

    @Test
    void whatIsSharpAndColoredIsWithinALevelOfLibjpegsOwnCoding() throws ImageException {
        for (int size : new int[] {1, 7, 8, 9, 16, 33}) {
            Pixels scene = SyntheticPhotos.photo(size, size + 3, 3);
            byte[] ours = CheckedEncoding.encode(JPEG, scene, Encoding.jpeg().quality(100));
            Pixels theirs = ReferenceCodecs.djpeg(JpegFixture.cjpeg(scene, "-quality", "100"))
                    .orElseThrow();
            assertThat(ReferenceCodecs.djpeg(ours).orElseThrow().worstDifference(theirs))
                    .as(size + " wide")
                    .isLessThanOrEqualTo(6);
            assertThat(ReferenceCodecs.djpeg(ours).orElseThrow().meanDifference(theirs))
                    .as(size + " wide")
                    .isLessThan(0.7);
        }
    }

    @Test
    void huffmanTablesAreMadeForThePictureUnlessTurnedOff() throws ImageException {
        Pixels scene = SyntheticPhotos.photo(300, 200, 3);
        byte[] optimized = CheckedEncoding.encode(JPEG, scene, Encoding.jpeg());
        byte[] standard = CheckedEncoding.encode(JPEG, scene, Encoding.jpeg().optimizedHuffman(false));
        assertThat(optimized.length).isLessThan(standard.length);
        assertThat(JpegFixture.data(standard, DHT)).hasSize(2 * (17 + 12) + 2 * (17 + 162));
        assertThat(ReferenceCodecs.djpeg(optimized).orElseThrow().samples())
                .isEqualTo(ReferenceCodecs.djpeg(standard).orElseThrow().samples());
    }

    @Test
    void nothingIsWrittenButJfifAndThePicture() throws ImageException {
        byte[] file = CheckedEncoding.encode(JPEG, SyntheticPhotos.photo(50, 40, 3), Encoding.jpeg());
        assertThat(JpegFixture.markers(file)).containsOnly(APP0, DQT, SOF0, DHT);
        byte[] jfif = JpegFixture.data(file, APP0);
        assertThat(jfif).hasSize(14).startsWith('J', 'F', 'I', 'F', 0);
    }

    @Test
    void aSideTooLongForJpegIsRefusedBeforeAnythingIsAllocated() {
        RasterSpec wide = RasterSpec.of(Size.of(65_536, 1), Layout.RGB);
        assertThatThrownBy(() -> JPEG.open(wide, Encoding.jpeg(), CountingMemory.limitedTo(0)))
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Unsupported.class));
    }
}
