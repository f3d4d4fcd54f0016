package dev.darkroom.codecs.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GifRewriterTest {
    private static final byte[] PLAIN = withoutUnusedColors(Pictures.gif());
    private static final byte[] IMAGE = Anatomy.of(PLAIN).stream()
            .filter(part -> part.name().equals("image"))
            .findFirst()
            .orElseThrow()
            .data();
    private static final byte[] SCREEN = Raw.slice(PLAIN, 0, 13 + 3 * (2 << (PLAIN[10] & 7)));
    private static final byte[] LOOP = Raw.extension(0xFF, Raw.ascii("NETSCAPE2.0"), new byte[] {1, 3, 0});

    /** Black in the place of colours that no pixel has, as the JDK's reader tells. */
    private static byte[] withoutUnusedColors(byte[] gif) {
        Set<Integer> used = new HashSet<>();
        for (int pixel : Pictures.pixels(gif).get(0)) {
            used.add(pixel & 0xFFFFFF);
        }
        byte[] clean = gif.clone();
        for (int at = 13; at < 13 + 3 * (2 << (gif[10] & 7)); at += 3) {
            int color = (gif[at] & 0xFF) << 16 | (gif[at + 1] & 0xFF) << 8 | gif[at + 2] & 0xFF;
            if (!used.contains(color) && (at - 13) / 3 != (gif[11] & 0xFF)) {
                clean[at] = 0;
                clean[at + 1] = 0;
                clean[at + 2] = 0;
            }
        }
        return clean;
    }

    private static byte[] control(int delay) {
        return Raw.extension(0xF9, new byte[] {4, (byte) delay, 0, 0});
    }

    private static byte[] xmpExtension() {
        Raw raw = new Raw()
                .u8(0x21, 0xFF, 11)
                .text("XMP DataXMP")
                .bytes(Loot.xmp())
                .u8(1);
        for (int value = 255; value >= 0; value--) {
            raw.u8(value);
        }
        return raw.u8(0).toArray();
    }

    static byte[] loaded() {
        return Raw.of(SCREEN)
                .bytes(Raw.extension(0xFE, Raw.ascii("CANARY-comment"), Raw.ascii("and more")))
                .bytes(LOOP)
                .bytes(xmpExtension())
                .bytes(Raw.extension(0xFF, Raw.ascii("ICCRGBG1012"), Raw.ascii("CANARY-profile")))
                .bytes(control(10))
                .bytes(IMAGE)
                .bytes(control(11))
                .bytes(Raw.extension(0x01, new byte[12], Raw.ascii("CANARY-plain-text")))
                .bytes(control(12))
                .bytes(IMAGE)
                .bytes(Raw.extension(0xCE, Raw.ascii("CANARY-unknown-extension")))
                .u8(0x3B)
                .text("CANARY-after-trailer PK\u0003\u0004")
                .toArray();
    }

    @Test
    void picturesTimingAndLoopSurviveAndNothingElse() throws ImageException {
        byte[] clean = Pictures.rewritten(Format.GIF, loaded());
        assertThat(CleanCheck.findings(loaded(), 1)).hasSizeGreaterThan(5);
        assertThat(CleanCheck.findings(clean, 1)).isEmpty();
        byte[] expected = Raw.of(SCREEN, LOOP, control(10), IMAGE, control(12), IMAGE, new byte[] {0x3B})
                .toArray();
        assertThat(clean).isEqualTo(expected);
        assertThat(Pictures.pixels(clean)).hasSize(2);
        assertThat(Pictures.pixels(clean).get(1))
                .isEqualTo(Pictures.pixels(PLAIN).get(0));
        assertThat(Pictures.rewritten(Format.GIF, clean)).isEqualTo(clean);
    }

    @Test
    void ofAControlThatIsTooLongWhatIsKnownIsKept() throws ImageException {
        byte[] longer = Raw.extension(
                0xF9,
                Raw.of(new byte[] {4, 10, 0, 0}, Raw.ascii("CANARY-control")).toArray());
        byte[] clean = Pictures.rewritten(
                Format.GIF, Raw.of(SCREEN, longer, IMAGE, new byte[] {0x3B}).toArray());
        assertThat(clean)
                .isEqualTo(Raw.of(SCREEN, control(10), IMAGE, new byte[] {0x3B}).toArray());
    }

    @Test
    void aLoopExtensionLosesWhatElseItHolds() throws ImageException {
        byte[] fat = Raw.extension(0xFF, Raw.ascii("NETSCAPE2.0"), new byte[] {1, 3, 0, 'C', 'A'}, Raw.ascii("CANARY"));
        byte[] clean = Pictures.rewritten(
                Format.GIF, Raw.of(SCREEN, fat, IMAGE, new byte[] {0x3B}).toArray());
        assertThat(clean)
                .isEqualTo(Raw.of(SCREEN, LOOP, IMAGE, new byte[] {0x3B}).toArray());
    }

    @Test
    void aMissingTrailerIsAdded() throws ImageException {
        byte[] clean = Pictures.rewritten(Format.GIF, Raw.of(SCREEN, IMAGE).toArray());
        assertThat(clean).isEqualTo(Raw.of(SCREEN, IMAGE, new byte[] {0x3B}).toArray());
    }

    @Test
    void everyTruncationInsideAnImageIsMalformed() {
        byte[] whole = Raw.of(SCREEN, control(10), IMAGE).toArray();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Raw.slice(whole, 0, length);
            assertThatThrownBy(() -> Pictures.rewritten(Format.GIF, cut))
                    .as("the first %d bytes", length)
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Malformed.class));
        }
        byte[] cutSecond =
                Raw.of(SCREEN, IMAGE, Raw.slice(IMAGE, 0, IMAGE.length - 1)).toArray();
        assertThatThrownBy(() -> Pictures.rewritten(Format.GIF, cutSecond)).isInstanceOf(ImageException.class);
    }
}
