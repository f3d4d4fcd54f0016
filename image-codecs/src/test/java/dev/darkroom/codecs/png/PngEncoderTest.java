package dev.darkroom.codecs.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codecs.CheckedDecoding;
import dev.darkroom.codecs.CheckedEncoding;
import dev.darkroom.codecs.Pixels;
import dev.darkroom.codecs.ReferenceCodecs;
import dev.darkroom.codecs.SyntheticPhotos;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.png.PngChunk;
import dev.darkroom.core.header.png.PngChunks;
import dev.darkroom.spi.codec.EncoderProvider;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngEncoderTest {
    private static final EncoderProvider PNG = new PngEncoderProvider();

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void libpngAndWeReadTheSamePixelsBack(int channels) throws ImageException {
        for (int[] size : new int[][] {{1, 1}, {3, 200}, {257, 19}, {640, 480}}) {
            Pixels scene = SyntheticPhotos.photo(size[0], size[1], channels);
            byte[] file = CheckedEncoding.encode(PNG, scene, Encoding.png());
            Pixels ours = CheckedDecoding.decode(new PngDecoderProvider(), file);
            assertThat(ours.worstDifference(scene)).isZero();
            assertThat(ReferenceCodecs.imageMagick(file, "png", "-set", "colorspace", "sRGB")
                            .orElseThrow()
                            .worstDifference(scene))
                    .isZero();
        }
    }

    @Test
    void onlyCriticalChunksAreWritten() throws ImageException {
        byte[] file = CheckedEncoding.encode(PNG, SyntheticPhotos.photo(300, 300, 3), Encoding.png());
        Set<String> names = new LinkedHashSet<>();
        PngChunks chunks = new PngChunks(Bytes.copyOf(file));
        for (PngChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            chunks.requireCrc(chunk);
            names.add(chunk.name());
        }
        assertThat(names).containsExactly("IHDR", "IDAT", "IEND");
        assertThat(chunks.position()).isEqualTo(file.length);
    }

    @Test
    void filtersMakeSmoothPicturesSmaller() throws ImageException {
        Pixels ramp = Pixels.empty(256, 256, 3);
        for (int i = 0; i < ramp.samples().length; i++) {
            ramp.samples()[i] = (byte) (i / 3 % 256 + i / 768);
        }
        assertThat(CheckedEncoding.encode(PNG, ramp, Encoding.png()).length).isLessThan(3000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 16, 17, 255, 256})
    void fewColorsBecomeAPaletteOfTheFewestBits(int colors) throws ImageException {
        Pixels picture = ofColors(colors, 4);
        byte[] file = CheckedEncoding.encode(PNG, picture, Encoding.png());
        int bits = colors <= 2 ? 1 : colors <= 4 ? 2 : colors <= 16 ? 4 : 8;
        assertThat(file[24]).as("bit depth").isEqualTo((byte) bits);
        assertThat(file[25]).as("colour type").isEqualTo((byte) 3);
        assertThat(CheckedDecoding.decode(new PngDecoderProvider(), file).worstDifference(picture))
                .isZero();
        assertThat(ReferenceCodecs.imageMagick(file, "png", "-set", "colorspace", "sRGB")
                        .orElseThrow()
                        .worstDifference(picture))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void oneColorTooManyKeepsEveryPixel(int channels) throws ImageException {
        Pixels picture = ofColors(257, channels);
        byte[] file = CheckedEncoding.encode(PNG, picture, Encoding.png());
        assertThat(file[25]).as("colour type").isEqualTo((byte) (channels == 4 ? 6 : 2));
        assertThat(CheckedDecoding.decode(new PngDecoderProvider(), file).samples())
                .isEqualTo(picture.samples());
    }

    @Test
    void aGrayPictureInColorsIsWrittenGray() throws ImageException {
        Pixels gray = SyntheticPhotos.photo(200, 150, 1);
        byte[] file = CheckedEncoding.encode(PNG, gray.rgb(), Encoding.png());
        assertThat(file[25]).as("colour type").isZero();
        assertThat(CheckedDecoding.decode(new PngDecoderProvider(), file).samples())
                .isEqualTo(gray.samples());
    }

    /** A palette of 256 colours takes 768 bytes, which is most of this file. */
    @Test
    void fewColorsAreWrittenWithSamplesWhereThatIsSmaller() throws ImageException {
        Pixels grid = Pixels.empty(256, 256, 3);
        for (int i = 0; i < 256 * 256; i++) {
            grid.samples()[3 * i] = (byte) (i % 256 & 0xF0);
            grid.samples()[3 * i + 1] = (byte) (i / 256 & 0xF0);
            grid.samples()[3 * i + 2] = 90;
        }
        byte[] file = CheckedEncoding.encode(PNG, grid, Encoding.png());
        assertThat(file[25]).as("colour type").isEqualTo((byte) 2);
        assertThat(CheckedDecoding.decode(new PngDecoderProvider(), file).samples())
                .isEqualTo(grid.samples());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 16, 200})
    void coloursAreReducedIfThatIsAskedFor(int colors) throws ImageException {
        Pixels photo = SyntheticPhotos.photo(300, 200, 3);
        byte[] exact = CheckedEncoding.encode(PNG, photo, Encoding.png());
        byte[] file = CheckedEncoding.encode(PNG, photo, Encoding.png().colors(colors));
        assertThat(file[25]).as("colour type").isEqualTo((byte) 3);
        assertThat(file.length).isLessThan(exact.length / 2);
        Set<Integer> found = new HashSet<>();
        byte[] samples = CheckedDecoding.decode(new PngDecoderProvider(), file).samples();
        for (int i = 0; i < samples.length; i += 3) {
            found.add(samples[i] << 16 | (samples[i + 1] & 0xFF) << 8 | samples[i + 2] & 0xFF);
        }
        assertThat(found).hasSizeLessThanOrEqualTo(colors);
    }

    @Test
    void moreEffortNeverMakesAPhotographLarger() throws ImageException {
        Pixels photo = SyntheticPhotos.photo(500, 400, 3);
        int fast = CheckedEncoding.encode(PNG, photo, Encoding.png().effort(0)).length;
        int standard = CheckedEncoding.encode(PNG, photo, Encoding.png()).length;
        int smallest = CheckedEncoding.encode(PNG, photo, Encoding.png().effort(6)).length;
        assertThat(standard).isLessThanOrEqualTo(fast + fast / 100);
        assertThat(smallest).isLessThanOrEqualTo(standard + standard / 100);
    }

    @Test
    void aPaletteNeedsNoTransparencyWhereAllIsOpaque() throws ImageException {
        byte[] file = CheckedEncoding.encode(PNG, ofColors(9, 3), Encoding.png());
        assertThat(CheckedDecoding.decode(new PngDecoderProvider(), file).channels())
                .isEqualTo(3);
    }

    /**
     * Makes a picture with {@code colors} colours in random places. The last colour occurs in the last pixel only. With four channels, every third colour is
     * translucent.
     */
    private static Pixels ofColors(int colors, int channels) {
        Pixels picture = Pixels.empty(41, 37, channels);
        int last = 41 * 37 - 1;
        Random random = new Random(colors);
        for (int i = 0; i <= last; i++) {
            int most = Math.max(1, colors - 1);
            int color = i == last ? colors - 1 : i < most ? i : random.nextInt(most);
            for (int c = 0; c < channels; c++) {
                int value = c == 0 ? color : c == 1 ? color * 7 : c == 2 ? color / 256 * 9 : color % 3 == 0 ? 100 : 255;
                picture.samples()[i * channels + c] = (byte) value;
            }
        }
        return picture;
    }
}
