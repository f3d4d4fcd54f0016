package dev.darkroom.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests pictures embedded in an SVG. */
class EmbeddedPicturesTest {
    @ParameterizedTest
    @CsvSource({"png,image/png", "jpg,image/jpeg", "gif,image/gif"})
    void aPictureStaysUnderItsOwnName(String format, String mediaType) throws Exception {
        String data = Base64.getEncoder().encodeToString(picture(format));
        assertThat(SanitizerFixture.content("<image width='4' href=' data:application/x;base64, " + data + "'/>"))
                .startsWith("<image width=\"4\" href=\"data:" + mediaType + ";base64,");
    }

    @Test
    void whatHangsOnAPictureGoes() throws Exception {
        byte[] picture = picture("png");
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.write(picture);
        longer.write("<?php secret ?>".getBytes(StandardCharsets.US_ASCII));
        String clean = SanitizerFixture.content("<image href='data:image/png;base64,"
                + Base64.getEncoder().encodeToString(longer.toByteArray()) + "'/>");
        byte[] kept = Base64.getDecoder().decode(clean.replaceAll(".*base64,|\"/>.*", ""));
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .startsWith("\u0089PNG")
                .doesNotContain("secret");
    }

    @Test
    void aBrokenPictureGoes() throws Exception {
        byte[] picture = picture("png");
        picture[20] ^= 1;
        String data = Base64.getEncoder().encodeToString(picture);
        assertThat(SanitizerFixture.content("<image href='data:image/png;base64," + data + "'/><rect/>"))
                .isEqualTo("<rect/>");
    }

    private static byte[] picture(String format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}
