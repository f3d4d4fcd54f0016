package dev.darkroom.world.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.world.PictureHeader;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GeneratedPhotoTest {
    private static byte[] photo;

    @BeforeAll
    static void make() throws Exception {
        photo = GeneratedPhoto.jpeg(300, 400);
    }

    @Test
    void storedOnItsSideAndDisplayedUpright() {
        PictureHeader picture = PictureHeader.of(photo).orElseThrow();

        assertThat(picture).isEqualTo(new PictureHeader("image/jpeg", 400, 300, 6));
        assertThat(picture.displayedWidth()).isEqualTo(300);
        assertThat(picture.displayedHeight()).isEqualTo(400);
    }

    @Test
    void skyIsAtTheLeftOfTheStoredPixelsWhichOrientationSixTurnsUp() throws Exception {
        BufferedImage stored = ImageIO.read(new ByteArrayInputStream(photo));

        int sky = stored.getRGB(10, 150);
        int meadow = stored.getRGB(390, 150);
        assertThat(sky & 0xff).isGreaterThan((sky >> 8 & 0xff) + 20);
        assertThat(meadow & 0xff).isLessThan((meadow >> 8 & 0xff) - 20);
    }

    @Test
    void profileIsDisplayP3ForTheJdksColourManagement() {
        ICC_ColorSpace p3 = new ICC_ColorSpace(ICC_Profile.getInstance(DisplayP3.profile()));

        assertThat(p3.toRGB(new float[] {1, 1, 1})).containsExactly(new float[] {1, 1, 1}, within(0.01f));
        // the red primary of sRGB is (0.9175, 0.2003, 0.1386) in Display P3 (CSS Color 4, sample conversions)
        assertThat(p3.toRGB(new float[] {0.9175f, 0.2003f, 0.1386f}))
                .containsExactly(new float[] {1, 0, 0}, within(0.02f));
    }

    @Test
    void carriesWhatMustNotLeaveForThePublic() {
        String text = new String(photo, StandardCharsets.ISO_8859_1);

        assertThat(text)
                .contains("SERIAL-0000-DEMO")
                .contains("Generated Scene")
                .contains("ICC_PROFILE");
        assertThat(text).contains("\u0088\u0025\0\4\0\0\0\1"); // the pointer to a GPS directory
    }
}
