package dev.darkroom.pipeline.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * ThumbHash and dominant colour, compared with their references. Columns: kind of picture, width, height, {@code rgbaToThumbHash} of the
 * npm package thumbhash 0.1.1 in hex, and {@code stats().dominant} of sharp 0.35.5 (libvips 8.18.7) of the pixels that are not fully
 * transparent, or of all pixels if all are fully transparent.
 */
class PlaceholderReferenceTest {
    private static final String REFERENCE = """
            flat 1 1 da5837375408f708888788708f7088f80888808008088800 c81858
            flat 100 100 da5803070080b4d98b878888788777777888389f67f88707 c81858
            flat 100 56 da4803048080b4d9868787897779f37a87af47 c81858
            flat 37 100 da480303005c7778877888fe4f77888088 c81858
            flat 8 3 da4803038048993f878818884b7c80a408 c81858
            flat 3 64 da58030100098ec87886874b0c87a88048 c81858
            slope 1 1 000802070000000000000000000000000000000000000000 080808
            slope 100 100 df070a3f1a80878780767788786858777678081777808f07 982808
            slope 100 56 df070a349a707787807678679577806009f878 280838
            slope 37 100 dff709331a7170877765947880a107f887 88e808
            slope 8 3 913a0a2b9a80878771787888807007f887 080808
            slope 3 64 dab70d511a7270378889768773860ff778 080808
            noise 1 1 d82332070908f708888788708f7088f80888707ff8088800 3828b8
            noise 100 100 2008020700e9a94fa8cc3573684aa8eaca970768590bad01 088818
            noise 100 56 e007020480eaaf5667689221e573063ffe91db 4868a8
            noise 37 100 2008020302e3786b6666998f0d557bf365 d82818
            noise 8 3 9df8051b8a77505369687d7a09b834bf9a 5808a8
            noise 3 64 dff7051902b8687565655005d4606c720c 0818b8
            veil 1 1 d823b20509dd08f78887707ff8f7878f800808f78887707ff8 3828b8
            veil 100 100 e0f781050008d8db5b8990ea7d081421fd29f5c65b84b56e42 380888
            veil 100 56 2008820380074afe8992746088276f95938e8792736f21 b818d8
            veil 37 100 df0782020007a4d9523550b0dc859f98da16fb77b6496b c80898
            veil 8 3 9e37861a8c1837f431994e046251afc783d7ea5b968f97 3808a8
            veil 3 64 5f0882090207a208a94c54bc0d085eb69f681b866b7aa9 080808
            hole 1 1 4749115f2c08f708888788708f7088f80888808008f7870f 085808
            hole 100 100 5c478a65182c80867087786788748f088887f86778877f7268 085808
            hole 100 56 5c478a63982c8076708778748f088887f83778877c7488 085808
            hole 37 100 5c478a6a163c7170876778747f088787b89778777f7528 085808
            hole 8 3 d6188a52983ba075728687628f088887f9547c947a8658 085808
            hole 3 64 d9f68969162d7170887778747f078777787888888f7708 085808
            nothing 1 1 00088205000000000000000000000000000000000000000000 080808
            nothing 100 100 00088205000000000000000000000000000000000000000000 080808
            nothing 100 56 0008820380000000000000000000000000000000000000 080808
            nothing 37 100 0008820200000000000000000000000000000000000000 080808
            nothing 8 3 0008820280000000000000000000000000000000000000 080808
            nothing 3 64 0008820100000000000000000000000000000000000000 080808
            tie 1 1 548a289f5e08f708888788708f7088f80888808008f7870f 08c818
            tie 100 100 93680207007f8f8f78878777877877878788f78877808808 1808c8
            tie 100 56 93680204807f8f8f8877788778778f77078888 1808c8
            tie 37 100 9358020b04f8788788787878bf87a88088 08c818
            tie 8 3 936802338a79fc71787878788f88078778 1808c8
            tie 3 64 937a0209363f787878787787c088088388 c80808
            """;

    static Stream<String> reference() {
        return REFERENCE.lines();
    }

    @ParameterizedTest
    @MethodSource("reference")
    void theHashIsTheReferencesBitForBit(String line) {
        String[] said = line.split(" ", -1);
        int width = Integer.parseInt(said[1]);
        int height = Integer.parseInt(said[2]);
        byte[] hash = ThumbHash.of(width, height, pixels(said[0], width, height));
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(said[3]);
    }

    @ParameterizedTest
    @MethodSource("reference")
    void theDominantColourIsTheReferences(String line) {
        String[] said = line.split(" ", -1);
        byte[] pixels = pixels(said[0], Integer.parseInt(said[1]), Integer.parseInt(said[2]));
        assertThat(String.format(Locale.ROOT, "%06x", DominantColor.of(pixels))).isEqualTo(said[4]);
    }

    @Test
    void aPictureTooLargeForTheReferenceIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ThumbHash.of(101, 1, new byte[404]));
        assertThatIllegalArgumentException().isThrownBy(() -> ThumbHash.of(1, 101, new byte[404]));
        assertThatIllegalArgumentException().isThrownBy(() -> ThumbHash.of(2, 2, new byte[15]));
    }

    private static byte[] pixels(String kind, int width, int height) {
        int[] state = {width * 31 + height};
        IntSupplier noise = () -> (state[0] = state[0] * 1_664_525 + 1_013_904_223) >>> 24;
        byte[] rgba = new byte[4 * width * height];
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int level : pixel(kind, x, y, width, height, noise)) {
                    rgba[at++] = (byte) level;
                }
            }
        }
        return rgba;
    }

    private static int[] pixel(String kind, int x, int y, int width, int height, IntSupplier noise) {
        int across = x * 255 / width;
        int down = y * 255 / height;
        return switch (kind) {
            case "flat" -> new int[] {200, 30, 90, 255};
            case "slope" -> new int[] {across, down, 3 * x + 5 * y, 255};
            case "noise" -> new int[] {noise.getAsInt(), noise.getAsInt(), noise.getAsInt(), 255};
            case "veil" -> new int[] {noise.getAsInt(), noise.getAsInt(), noise.getAsInt(), noise.getAsInt()};
            case "hole" -> {
                int far = (2 * x - width) * (2 * x - width) + (2 * y - height) * (2 * y - height);
                yield 4 * far < width * height ? new int[4] : new int[] {across, 90, down, 255};
            }
            case "tie" ->
                new int[][] {{10, 200, 30, 255}, {200, 10, 30, 255}, {200, 10, 10, 255}, {30, 10, 200, 255}}[x % 4];
            default -> new int[4];
        };
    }
}
