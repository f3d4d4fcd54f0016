package dev.darkroom.codecs.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codecs.Decoding;
import dev.darkroom.codecs.Pixels;
import dev.darkroom.codecs.Rendering;
import dev.darkroom.codecs.Scenes;
import dev.darkroom.codecs.Tool;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.PngChunk;
import dev.darkroom.core.header.PngChunks;
import dev.darkroom.spi.EncoderProvider;
import java.util.LinkedHashSet;
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
            Pixels scene = Scenes.photo(size[0], size[1], channels);
            byte[] file = Rendering.encode(PNG, scene, Encoding.png());
            Pixels ours = Decoding.decode(new PngDecoderProvider(), file);
            assertThat(ours.channels()).isEqualTo(channels);
            assertThat(ours.samples()).isEqualTo(scene.samples());
            assertThat(Tool.imageMagick(file, "png", "-set", "colorspace", "sRGB")
                            .orElseThrow()
                            .worstDifference(scene))
                    .isZero();
        }
    }

    @Test
    void onlyCriticalChunksAreWritten() throws ImageException {
        byte[] file = Rendering.encode(PNG, Scenes.photo(300, 300, 3), Encoding.png());
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
        assertThat(Rendering.encode(PNG, ramp, Encoding.png()).length).isLessThan(3000);
    }
}
