package dev.darkroom.codecs.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

public class GifRewriterTest {
    private static final byte[] PLAIN = withoutUnusedColors(EncodedPictures.gif());
    private static final byte[] IMAGE = PictureFileParser.of(PLAIN).stream()
            .filter(part -> part.name().equals("image"))
            .findFirst()
            .orElseThrow()
            .data();
    private static final byte[] SCREEN = FixtureBytes.slice(PLAIN, 0, 13 + 3 * (2 << (PLAIN[10] & 7)));
    private static final byte[] LOOP =
            FixtureBytes.extension(0xFF, FixtureBytes.ascii("NETSCAPE2.0"), new byte[] {1, 3, 0});

    /** Sets colours that no pixel uses to black. The JDK's reader determines the used colours. */
    private static byte[] withoutUnusedColors(byte[] gif) {
        Set<Integer> used = new HashSet<>();
        for (int pixel : EncodedPictures.pixels(gif).get(0)) {
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
        return FixtureBytes.extension(0xF9, new byte[] {4, (byte) delay, 0, 0});
    }

    private static byte[] xmpExtension() {
        FixtureBytes raw = new FixtureBytes()
                .u8(0x21, 0xFF, 11)
                .text("XMP DataXMP")
                .bytes(PrivateMetadata.xmp())
                .u8(1);
        for (int value = 255; value >= 0; value--) {
            raw.u8(value);
        }
        return raw.u8(0).toArray();
    }

    public static byte[] loaded() {
        return FixtureBytes.of(SCREEN)
                .bytes(FixtureBytes.extension(
                        0xFE, FixtureBytes.ascii("CANARY-comment"), FixtureBytes.ascii("and more")))
                .bytes(LOOP)
                .bytes(xmpExtension())
                .bytes(FixtureBytes.extension(
                        0xFF, FixtureBytes.ascii("ICCRGBG1012"), FixtureBytes.ascii("CANARY-profile")))
                .bytes(control(10))
                .bytes(IMAGE)
                .bytes(control(11))
                .bytes(FixtureBytes.extension(0x01, new byte[12], FixtureBytes.ascii("CANARY-plain-text")))
                .bytes(control(12))
                .bytes(IMAGE)
                .bytes(FixtureBytes.extension(0xCE, FixtureBytes.ascii("CANARY-unknown-extension")))
                .u8(0x3B)
                .text("CANARY-after-trailer PK\u0003\u0004")
                .toArray();
    }

    @Test
    void picturesTimingAndLoopSurviveAndNothingElse() throws ImageException {
        byte[] clean = EncodedPictures.rewritten(Format.GIF, loaded());
        assertThat(CleanCheck.findings(loaded(), 1)).hasSizeGreaterThan(5);
        assertThat(CleanCheck.findings(clean, 1)).isEmpty();
        byte[] expected = FixtureBytes.of(SCREEN, LOOP, control(10), IMAGE, control(12), IMAGE, new byte[] {0x3B})
                .toArray();
        assertThat(clean).isEqualTo(expected);
        assertThat(EncodedPictures.pixels(clean)).hasSize(2);
        assertThat(EncodedPictures.pixels(clean).get(1))
                .isEqualTo(EncodedPictures.pixels(PLAIN).get(0));
        assertThat(EncodedPictures.rewritten(Format.GIF, clean)).isEqualTo(clean);
    }

    @Test
    void ofAControlThatIsTooLongWhatIsKnownIsKept() throws ImageException {
        byte[] longer = FixtureBytes.extension(
                0xF9,
                FixtureBytes.of(new byte[] {4, 10, 0, 0}, FixtureBytes.ascii("CANARY-control"))
                        .toArray());
        byte[] clean = EncodedPictures.rewritten(
                Format.GIF,
                FixtureBytes.of(SCREEN, longer, IMAGE, new byte[] {0x3B}).toArray());
        assertThat(clean)
                .isEqualTo(FixtureBytes.of(SCREEN, control(10), IMAGE, new byte[] {0x3B})
                        .toArray());
    }

    @Test
    void aLoopExtensionLosesWhatElseItHolds() throws ImageException {
        byte[] fat = FixtureBytes.extension(
                0xFF, FixtureBytes.ascii("NETSCAPE2.0"), new byte[] {1, 3, 0, 'C', 'A'}, FixtureBytes.ascii("CANARY"));
        byte[] clean = EncodedPictures.rewritten(
                Format.GIF,
                FixtureBytes.of(SCREEN, fat, IMAGE, new byte[] {0x3B}).toArray());
        assertThat(clean)
                .isEqualTo(
                        FixtureBytes.of(SCREEN, LOOP, IMAGE, new byte[] {0x3B}).toArray());
    }

    @Test
    void aMissingTrailerIsAdded() throws ImageException {
        byte[] clean = EncodedPictures.rewritten(
                Format.GIF, FixtureBytes.of(SCREEN, IMAGE).toArray());
        assertThat(clean)
                .isEqualTo(FixtureBytes.of(SCREEN, IMAGE, new byte[] {0x3B}).toArray());
    }

    @Test
    void everyTruncationInsideAnImageIsMalformed() {
        byte[] whole = FixtureBytes.of(SCREEN, control(10), IMAGE).toArray();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = FixtureBytes.slice(whole, 0, length);
            assertThatThrownBy(() -> EncodedPictures.rewritten(Format.GIF, cut))
                    .as("the first %d bytes", length)
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Malformed.class));
        }
    }

    @Test
    void aLaterImageThatIsCutOffIsLeftOut() throws ImageException {
        byte[] cutSecond = FixtureBytes.of(SCREEN, IMAGE, control(10), FixtureBytes.slice(IMAGE, 0, IMAGE.length - 1))
                .toArray();
        assertThat(EncodedPictures.rewritten(Format.GIF, cutSecond))
                .isEqualTo(FixtureBytes.of(SCREEN, IMAGE, new byte[] {0x3B}).toArray());
    }
}
