package dev.darkroom.core.header.webp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import org.junit.jupiter.api.Test;

class Vp8lCodesTest {
    private static final Size SIZE = new Size(64, 64);
    /** The first byte of a compressed ALPH chunk. */
    private static final String ALPHA = "10000000";

    private static final String NO_TRANSFORM = "0";
    private static final String NO_CACHE = "0";
    private static final String ONE_GROUP = "0";
    /** A prefix code of symbol 0. */
    private static final String SINGLE = "1" + "0" + "0" + "0";

    /** A prefix code of symbols 0 and 1. */
    private static final String PAIR = "1" + "1" + "0" + "0" + "10000000";
    /** Groups with blocks of 4 x 4 pixels. */
    private static final String GROUPS = "1" + "000" + NO_CACHE;

    @Test
    void aPictureHasOneGroupUnlessItSaysOtherwise() throws ImageException {
        assertThat(codes(NO_TRANSFORM + NO_CACHE + ONE_GROUP)).isEqualTo(new Vp8lCodes(1, 0));
        assertThat(codes(NO_TRANSFORM + "1" + "1101" + ONE_GROUP)).isEqualTo(new Vp8lCodes(1, 11));
    }

    @Test
    void groupsAreAsManyAsTheColoursThatNameThem() throws ImageException {
        assertThat(codes(NO_TRANSFORM + NO_CACHE + GROUPS + PAIR + SINGLE + room(10))
                        .groups())
                .isEqualTo(2);
        assertThat(codes(NO_TRANSFORM + NO_CACHE + GROUPS + PAIR + PAIR + room(10))
                        .groups())
                .as(
                        "up to 258, which few enough are to be held whether they occur or not; of 256 blocks, in the bits for 10")
                .isEqualTo(10);
        assertThat(codes(NO_TRANSFORM + NO_CACHE + GROUPS + PAIR + PAIR + room(1000))
                        .groups())
                .isEqualTo(256);
    }

    @Test
    void transformsBeforeThemAreReadOver() throws ImageException {
        String five = SINGLE.repeat(5);
        String predictor = "1" + "00" + "000" + NO_CACHE + five;
        String green = "1" + "01";
        String palette = "1" + "11" + "11111111" + NO_CACHE + five;
        assertThat(codes(predictor + green + palette + NO_TRANSFORM + NO_CACHE + ONE_GROUP)
                        .groups())
                .isEqualTo(1);
        assertMalformed(predictor + predictor + NO_TRANSFORM + NO_CACHE + ONE_GROUP);
    }

    @Test
    void aPalettesPixelsArePacked() throws ImageException {
        String twoColors = "1" + "11" + "10000000" + NO_CACHE + SINGLE.repeat(5);
        assertThat(codes(twoColors + NO_TRANSFORM + NO_CACHE + GROUPS + PAIR + PAIR + room(1000))
                        .groups())
                .as("8 x 64 of them in blocks of 4 x 4")
                .isEqualTo(2 * 16);
    }

    @Test
    void whatIsCutOffOrNoCodeIsRefused() {
        assertMalformed("");
        assertMalformed(NO_TRANSFORM + "1" + "0000" + ONE_GROUP);
        assertMalformed(NO_TRANSFORM + "1" + "0011" + ONE_GROUP);
        assertMalformed(NO_TRANSFORM + NO_CACHE + GROUPS + "0" + "0000" + "000".repeat(4));
        assertMalformed(NO_TRANSFORM + NO_CACHE + GROUPS + "0" + "0000" + "100".repeat(4));
    }

    @Test
    void alphaThatIsNotCompressedHasNone() throws ImageException {
        assertThat(Vp8lCodes.ofAlpha(Bytes.wrap(new byte[] {0, 1, 2}), SIZE).groups())
                .isZero();
        assertThat(Vp8lCodes.ofAlpha(Bytes.empty(), SIZE).groups()).isZero();
    }

    /** Bits for this number of groups. */
    private static String room(int groups) {
        return SINGLE.repeat(5 * groups);
    }

    private static void assertMalformed(String bits) {
        assertThatThrownBy(() -> codes(bits)).isInstanceOf(ImageException.class);
    }

    private static Vp8lCodes codes(String bits) throws ImageException {
        return Vp8lCodes.ofAlpha(Bytes.wrap(packed(ALPHA + bits)), SIZE);
    }

    /** Packs bits into bytes, the first bit lowest. Missing bits of the last byte are ones; they start a code that does not end. */
    private static byte[] packed(String bits) {
        byte[] bytes = new byte[(bits.length() + 7) / 8];
        for (int i = 0; i < 8 * bytes.length; i++) {
            bytes[i / 8] |= (byte) ((i < bits.length() ? bits.charAt(i) - '0' : 1) << i % 8);
        }
        return bytes;
    }
}
