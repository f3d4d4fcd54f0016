package dev.darkroom.codecs.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Rewriter.Keep;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebpRewriterTest {
    /** A simple file of one VP8 chunk, 61 x 43. */
    private static final byte[] PLAIN = Pictures.webp();

    private static final byte[] PICTURE = Raw.slice(PLAIN, 12, PLAIN.length);
    private static final byte[] PROFILE =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static byte[] file(byte[]... chunks) {
        byte[] body = Raw.of(chunks).toArray();
        return new Raw()
                .text("RIFF")
                .u32le(body.length + 4)
                .text("WEBP")
                .bytes(body)
                .toArray();
    }

    private static byte[] extended(int flags) {
        return Raw.riff("VP8X", new byte[] {(byte) flags, 0, 0, 0, 60, 0, 0, 42, 0, 0});
    }

    private static byte[] frame() {
        byte[] header = {0, 0, 0, 0, 0, 0, 60, 0, 0, 42, 0, 0, 100, 0, 0, 0};
        return Raw.riff(
                "ANMF",
                Raw.of(header, PICTURE, Raw.riff("SNAP", Raw.ascii("CANARY-in-frame")))
                        .toArray());
    }

    static byte[] loaded(int orientation) {
        return Raw.of(file(
                        extended(0x2C),
                        Raw.riff("ICCP", PROFILE),
                        Raw.riff("ABCD", Raw.ascii("CANARY-unknown")),
                        PICTURE,
                        Raw.riff("EXIF", Loot.exif(orientation)),
                        Raw.riff("XMP ", Loot.xmp())))
                .text("CANARY-after-riff")
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingButTheOrientationSurvives(int orientation) throws ImageException {
        byte[] loaded = loaded(orientation);
        byte[] clean = Pictures.rewritten(Format.WEBP, loaded);
        assertThat(CleanCheck.findings(loaded, orientation)).hasSizeGreaterThan(4);
        assertThat(CleanCheck.findings(clean, orientation)).isEmpty();
        assertThat(Pictures.pixels(clean).get(0))
                .isEqualTo(Pictures.pixels(loaded).get(0));
        assertThat(clean[20]).as("flags").isEqualTo((byte) (orientation == 1 ? 0x20 : 0x28));
        assertThat(Anatomy.names(clean)).startsWith("VP8X", "ICCP", "VP8 ");
        assertThat(Pictures.rewritten(Format.WEBP, clean)).isEqualTo(clean);
    }

    @Test
    void aSimpleFileStaysSimple() throws ImageException {
        byte[] clean = Pictures.rewritten(Format.WEBP, PLAIN);
        assertThat(Anatomy.names(clean)).containsExactly("VP8 ");
        assertThat(clean.length).isBetween(PLAIN.length - 8, PLAIN.length);
        assertThat(Pictures.pixels(clean).get(0))
                .isEqualTo(Pictures.pixels(PLAIN).get(0));
        byte[] loaded = file(PICTURE, Raw.riff("XMP ", Loot.xmp()), Raw.riff("EXIF", Loot.exif(6)));
        assertThat(Pictures.rewritten(Format.WEBP, loaded)).isEqualTo(clean);
    }

    @Test
    void aSimpleFileBecomesExtendedWhenRightsAreKept() throws ImageException {
        byte[] kept = Pictures.rewritten(Format.WEBP, file(PICTURE, Raw.riff("XMP ", Loot.xmp())), Keep.COPYRIGHT);
        assertThat(Anatomy.names(kept)).containsExactly("VP8X", "VP8 ", "XMP ");
        assertThat(Anatomy.of(kept).get(0).data()).isEqualTo(new byte[] {4, 0, 0, 0, 60, 0, 0, 42, 0, 0});
        assertThat(Pictures.pixels(kept).get(0))
                .isEqualTo(Pictures.pixels(PLAIN).get(0));
        assertThat(Pictures.rewritten(Format.WEBP, kept, Keep.COPYRIGHT)).isEqualTo(kept);
    }

    @Test
    void everyFrameOfAnAnimationIsKept() throws ImageException {
        byte[] animation = Raw.riff("ANIM", new byte[] {0, 0, 0, 0, 3, 0});
        byte[] clean = Pictures.rewritten(
                Format.WEBP,
                file(
                        extended(0x0E),
                        animation,
                        frame(),
                        frame(),
                        Raw.riff("EXIF", Loot.exif(3)),
                        Raw.riff("XMP ", Loot.xmp())));
        assertThat(Anatomy.names(clean))
                .containsExactly("VP8X", "ANIM", "ANMF", "ANMF/VP8 ", "ANMF", "ANMF/VP8 ", "EXIF");
        assertThat(CleanCheck.findings(clean, 3)).isEmpty();
        assertThat(Pictures.rewritten(Format.WEBP, clean)).isEqualTo(clean);
    }

    @Test
    void theAlphaPlaneGoesWithItsPicture() throws ImageException {
        byte[] withAlpha = Pictures.encoded("webp", java.awt.image.BufferedImage.TYPE_INT_ARGB, false);
        assertThat(Anatomy.names(withAlpha)).contains("ALPH");
        byte[] clean = Pictures.rewritten(Format.WEBP, withAlpha);
        assertThat(Anatomy.names(clean)).isEqualTo(Anatomy.names(withAlpha));
        assertThat(Pictures.pixels(clean).get(0))
                .isEqualTo(Pictures.pixels(withAlpha).get(0));
    }

    @Test
    void everyTruncationIsMalformed() {
        byte[] whole = file(extended(0), PICTURE);
        for (int length = 0; length < whole.length; length += 1 + length / 100) {
            byte[] cut = Raw.slice(whole, 0, length);
            assertThatThrownBy(() -> Pictures.rewritten(Format.WEBP, cut))
                    .as("the first %d bytes", length)
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Malformed.class));
        }
    }
}
