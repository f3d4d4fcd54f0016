package dev.darkroom.codecs.webp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codecs.CheckedDecoding;
import dev.darkroom.codecs.HostileInputChecks;
import dev.darkroom.codecs.Pixels;
import dev.darkroom.codecs.ReferenceCodecs;
import dev.darkroom.codecs.SyntheticPhotos;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.DecoderProvider;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebpDecoderTest {
    /** The byte after a chunk of odd length. A file without it is accepted with a warning. */
    private static final int PADDING = 1;

    private static final DecoderProvider WEBP = new WebpDecoderProvider();

    @ParameterizedTest
    @ValueSource(
            strings = {"-q 80", "-q 5", "-lossless", "-near_lossless 40", "-q 80 -alpha_q 50", "-q 80 -alpha_method 0"})
    void everyKindDecodesToDwebpsPixels(String options) throws ImageException {
        for (int channels : new int[] {3, 4}) {
            for (int[] size : new int[][] {{1, 1}, {17, 33}, {301, 203}}) {
                byte[] file = WebpFixture.cwebp(SyntheticPhotos.photo(size[0], size[1], channels), options.split(" "));
                Pixels ours = CheckedDecoding.decode(WEBP, file);
                assertThat(ours.worstDifference(ReferenceCodecs.dwebp(file).orElseThrow()))
                        .isZero();
            }
        }
    }

    @Test
    void anAnimationsFirstFrameStandsOnATransparentCanvas() throws ImageException {
        Pixels scene = SyntheticPhotos.photo(30, 20, 4);
        for (String kind : new String[] {"-q 90", "-lossless"}) {
            byte[] still = WebpFixture.cwebp(scene, kind.split(" "));
            Pixels alone = CheckedDecoding.decode(WEBP, still);
            Pixels composed = CheckedDecoding.decode(WEBP, WebpFixture.animation(still, 10, 6, 30, 20, 64, 48));
            Pixels expected = Pixels.empty(64, 48, 4);
            for (int y = 0; y < 20; y++) {
                System.arraycopy(alone.samples(), y * 30 * 4, expected.samples(), ((y + 6) * 64 + 10) * 4, 30 * 4);
            }
            assertThat(composed.samples()).isEqualTo(expected.samples());
        }
    }

    @Test
    void everyTruncationIsMalformed() throws ImageException {
        Pixels scene = SyntheticPhotos.photo(90, 70, 4);
        HostileInputChecks.everyTruncationIsMalformed(WEBP, WebpFixture.cwebp(scene, "-q", "80"), PADDING);
        byte[] lossless = WebpFixture.cwebp(scene, "-lossless");
        HostileInputChecks.everyTruncationIsMalformed(WEBP, lossless, PADDING);
        HostileInputChecks.everyTruncationIsMalformed(
                WEBP, WebpFixture.animation(lossless, 0, 0, 90, 70, 90, 70), PADDING);
    }

    @Test
    void aBitstreamCutOffInsideAWholeContainerIsMalformed() throws ImageException {
        byte[] file = WebpFixture.cwebp(SyntheticPhotos.photo(200, 200, 3), "-q", "90");
        int length = file.length - 20;
        byte[] cut = new byte[length / 2 / 2 * 2 + 20];
        System.arraycopy(file, 0, cut, 0, cut.length);
        little(cut, 4, cut.length - 8);
        little(cut, 16, cut.length - 20);
        HostileInputChecks.requireMalformed(WEBP, cut, "half a bitstream");
    }

    @Property(tries = 200)
    void mutationsArePicturesOrRefusals(@ForAll long seed) throws ImageException {
        Pixels scene = SyntheticPhotos.photo(40, 30, 4);
        byte[] lossy = WebpFixture.cwebp(scene, "-q", "80");
        List<byte[]> files = List.of(
                lossy, WebpFixture.cwebp(scene, "-lossless"), WebpFixture.animation(lossy, 2, 2, 40, 30, 50, 50));
        HostileInputChecks.mutationIsAPictureOrARefusal(WEBP, files.get((int) Math.floorMod(seed, 3L)), seed);
    }

    private static void little(byte[] file, int at, int value) {
        for (int i = 0; i < 4; i++) {
            file[at + i] = (byte) (value >> 8 * i);
        }
    }
}
