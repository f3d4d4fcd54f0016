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

public class WebpRewriterTest {
    /** A simple file with one VP8 chunk of 61 x 43 pixels. */
    private static final byte[] PLAIN = EncodedPictures.webp();

    private static final byte[] PICTURE = FixtureBytes.slice(PLAIN, 12, PLAIN.length);
    private static final byte[] PROFILE =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static byte[] file(byte[]... chunks) {
        byte[] body = FixtureBytes.of(chunks).toArray();
        return new FixtureBytes()
                .text("RIFF")
                .u32le(body.length + 4)
                .text("WEBP")
                .bytes(body)
                .toArray();
    }

    private static byte[] extended(int flags) {
        return FixtureBytes.riff("VP8X", new byte[] {(byte) flags, 0, 0, 0, 60, 0, 0, 42, 0, 0});
    }

    private static byte[] frame() {
        byte[] header = {0, 0, 0, 0, 0, 0, 60, 0, 0, 42, 0, 0, 100, 0, 0, 0};
        return FixtureBytes.riff(
                "ANMF",
                FixtureBytes.of(header, PICTURE, FixtureBytes.riff("SNAP", FixtureBytes.ascii("CANARY-in-frame")))
                        .toArray());
    }

    public static byte[] loaded(int orientation) {
        return FixtureBytes.of(file(
                        extended(0x2C),
                        FixtureBytes.riff("ICCP", PROFILE),
                        FixtureBytes.riff("ABCD", FixtureBytes.ascii("CANARY-unknown")),
                        PICTURE,
                        FixtureBytes.riff("EXIF", PrivateMetadata.exif(orientation)),
                        FixtureBytes.riff("XMP ", PrivateMetadata.xmp())))
                .text("CANARY-after-riff")
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingButTheOrientationSurvives(int orientation) throws ImageException {
        byte[] loaded = loaded(orientation);
        byte[] clean = EncodedPictures.rewritten(Format.WEBP, loaded);
        assertThat(CleanCheck.findings(loaded, orientation)).hasSizeGreaterThan(4);
        assertThat(CleanCheck.findings(clean, orientation)).isEmpty();
        assertThat(EncodedPictures.pixels(clean).get(0))
                .isEqualTo(EncodedPictures.pixels(loaded).get(0));
        assertThat(clean[20]).as("flags").isEqualTo((byte) (orientation == 1 ? 0x20 : 0x28));
        assertThat(PictureFileParser.names(clean)).startsWith("VP8X", "ICCP", "VP8 ");
        assertThat(EncodedPictures.rewritten(Format.WEBP, clean)).isEqualTo(clean);
    }

    @Test
    void aSimpleFileStaysSimple() throws ImageException {
        byte[] clean = EncodedPictures.rewritten(Format.WEBP, PLAIN);
        assertThat(PictureFileParser.names(clean)).containsExactly("VP8 ");
        assertThat(clean.length).isBetween(PLAIN.length - 8, PLAIN.length);
        assertThat(EncodedPictures.pixels(clean).get(0))
                .isEqualTo(EncodedPictures.pixels(PLAIN).get(0));
        byte[] loaded = file(
                PICTURE,
                FixtureBytes.riff("XMP ", PrivateMetadata.xmp()),
                FixtureBytes.riff("EXIF", PrivateMetadata.exif(6)));
        assertThat(EncodedPictures.rewritten(Format.WEBP, loaded)).isEqualTo(clean);
    }

    @Test
    void aSimpleFileBecomesExtendedWhenRightsAreKept() throws ImageException {
        byte[] kept = EncodedPictures.rewritten(
                Format.WEBP, file(PICTURE, FixtureBytes.riff("XMP ", PrivateMetadata.xmp())), Keep.COPYRIGHT);
        assertThat(PictureFileParser.names(kept)).containsExactly("VP8X", "VP8 ", "XMP ");
        assertThat(PictureFileParser.of(kept).get(0).data()).isEqualTo(new byte[] {4, 0, 0, 0, 60, 0, 0, 42, 0, 0});
        assertThat(EncodedPictures.pixels(kept).get(0))
                .isEqualTo(EncodedPictures.pixels(PLAIN).get(0));
        assertThat(EncodedPictures.rewritten(Format.WEBP, kept, Keep.COPYRIGHT)).isEqualTo(kept);
    }

    @Test
    void everyFrameOfAnAnimationIsKept() throws ImageException {
        byte[] animation = FixtureBytes.riff("ANIM", new byte[] {0, 0, 0, 0, 3, 0});
        byte[] clean = EncodedPictures.rewritten(
                Format.WEBP,
                file(
                        extended(0x0E),
                        animation,
                        frame(),
                        frame(),
                        FixtureBytes.riff("EXIF", PrivateMetadata.exif(3)),
                        FixtureBytes.riff("XMP ", PrivateMetadata.xmp())));
        assertThat(PictureFileParser.names(clean))
                .containsExactly("VP8X", "ANIM", "ANMF", "ANMF/VP8 ", "ANMF", "ANMF/VP8 ", "EXIF");
        assertThat(CleanCheck.findings(clean, 3)).isEmpty();
        assertThat(EncodedPictures.rewritten(Format.WEBP, clean)).isEqualTo(clean);
    }

    @Test
    void theAlphaPlaneGoesWithItsPicture() throws ImageException {
        byte[] withAlpha = EncodedPictures.encoded("webp", java.awt.image.BufferedImage.TYPE_INT_ARGB, false);
        assertThat(PictureFileParser.names(withAlpha)).contains("ALPH");
        byte[] clean = EncodedPictures.rewritten(Format.WEBP, withAlpha);
        assertThat(PictureFileParser.names(clean)).isEqualTo(PictureFileParser.names(withAlpha));
        assertThat(EncodedPictures.pixels(clean).get(0))
                .isEqualTo(EncodedPictures.pixels(withAlpha).get(0));
    }

    @Test
    void everyTruncationIsMalformed() {
        byte[] whole = file(extended(0), PICTURE);
        for (int length = 0; length < whole.length; length += 1 + length / 100) {
            byte[] cut = FixtureBytes.slice(whole, 0, length);
            assertThatThrownBy(() -> EncodedPictures.rewritten(Format.WEBP, cut))
                    .as("the first %d bytes", length)
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Malformed.class));
        }
    }
}
