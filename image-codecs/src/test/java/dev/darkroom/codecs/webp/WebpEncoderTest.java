package dev.darkroom.codecs.webp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codecs.CheckedDecoding;
import dev.darkroom.codecs.CheckedEncoding;
import dev.darkroom.codecs.Pixels;
import dev.darkroom.codecs.ReferenceCodecs;
import dev.darkroom.codecs.SyntheticPhotos;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.webp.RiffChunk;
import dev.darkroom.core.header.webp.RiffChunks;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.testkit.CountingMemory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebpEncoderTest {
    private static final EncoderProvider WEBP = new WebpEncoderProvider();

    @Test
    void lossyBytesAreThoseOfCwebp() throws ImageException {
        Pixels scene = SyntheticPhotos.photo(301, 203, 3);
        for (int quality : new int[] {1, 50, 80, 100}) {
            byte[] ours = CheckedEncoding.encode(WEBP, scene, Encoding.webp().quality(quality));
            byte[] theirs =
                    WebpFixture.cwebp(scene, "-q", String.valueOf(quality), "-m", "4", "-sns", "40", "-nostrong");
            assertThat(ours).as("quality " + quality).isEqualTo(theirs);
        }
        byte[] fast = CheckedEncoding.encode(WEBP, scene, Encoding.webp().fast());
        assertThat(fast).isEqualTo(WebpFixture.cwebp(scene, "-q", "80", "-m", "2", "-sns", "40", "-nostrong"));
    }

    @Test
    void losslessKeepsEveryVisiblePixel() throws ImageException {
        for (int channels : new int[] {3, 4}) {
            Pixels scene = SyntheticPhotos.photo(120, 77, channels);
            byte[] file = CheckedEncoding.encode(WEBP, scene, Encoding.webp().lossless(true));
            assertThat(ReferenceCodecs.dwebp(file).orElseThrow().worstDifference(scene))
                    .isZero();
            assertThat(CheckedDecoding.decode(new WebpDecoderProvider(), file).worstDifference(scene))
                    .isZero();
        }
    }

    @Test
    void lossyKeepsAlphaExactly() throws ImageException {
        Pixels scene = SyntheticPhotos.photo(120, 77, 4);
        Pixels back = ReferenceCodecs.dwebp(CheckedEncoding.encode(WEBP, scene, Encoding.webp()))
                .orElseThrow();
        for (int x = 0; x < 120; x++) {
            assertThat(back.at(x, 40, 3)).isEqualTo(scene.at(x, 40, 3));
        }
    }

    @Test
    void nothingIsWrittenButThePicture() throws ImageException {
        assertThat(chunks(CheckedEncoding.encode(WEBP, SyntheticPhotos.photo(50, 40, 3), Encoding.webp())))
                .containsExactly("VP8 ");
        assertThat(chunks(CheckedEncoding.encode(WEBP, SyntheticPhotos.photo(50, 40, 4), Encoding.webp())))
                .containsExactly("VP8X", "ALPH", "VP8 ");
        assertThat(chunks(CheckedEncoding.encode(
                        WEBP, SyntheticPhotos.photo(50, 40, 4), Encoding.webp().lossless(true))))
                .containsExactly("VP8L");
    }

    @Test
    void aSideTooLongForWebpIsRefusedBeforeAnythingIsAllocated() {
        RasterSpec wide = RasterSpec.of(Size.of(16_384, 1), Layout.RGB);
        assertThatThrownBy(() -> WEBP.open(wide, Encoding.webp(), CountingMemory.limitedTo(0)))
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Unsupported.class));
    }

    @Test
    void theNativeLibraryIsThere() {
        assertThat(WEBP.availability().isAvailable())
                .as(WEBP.availability().toString())
                .isTrue();
    }

    private static List<String> chunks(byte[] file) throws ImageException {
        List<String> names = new ArrayList<>();
        RiffChunks chunks = RiffChunks.ofWebp(Bytes.copyOf(file));
        for (RiffChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            names.add(chunk.type());
        }
        return names;
    }
}
