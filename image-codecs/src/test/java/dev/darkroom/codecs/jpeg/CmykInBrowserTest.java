package dev.darkroom.codecs.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.testkit.ExternalProgram;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks that Chromium shows the colours that {@link CmykToSrgbTest} expects. Fields with black ink are left out for files with a profile,
 * because Chromium's colour engine computes black differently from lcms.
 */
class CmykInBrowserTest {
    private static final int COLUMNS = 12;
    private static final int WIDTH = CmykJpegFields.FIELD * CmykJpegFields.ACROSS;
    private static final int HEIGHT = CmykJpegFields.FIELD * CmykJpegFields.DOWN;
    private static final int TOLERANCE = 6;

    @Test
    void chromiumShowsEveryCombinationInItsRightColors(@TempDir Path folder) throws IOException {
        List<CmykJpegFields> all = CmykJpegFields.all();
        BufferedImage page = screenshot(all, folder);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int field = 0; field < CmykJpegFields.ACROSS * CmykJpegFields.DOWN; field++) {
                if (all.get(i).profile() && CmykJpegFields.hasBlack(field)) {
                    continue;
                }
                int x = i % COLUMNS * WIDTH
                        + field % CmykJpegFields.ACROSS * CmykJpegFields.FIELD
                        + CmykJpegFields.FIELD / 2;
                int y = i / COLUMNS * HEIGHT
                        + field / CmykJpegFields.ACROSS * CmykJpegFields.FIELD
                        + CmykJpegFields.FIELD / 2;
                int[] right = all.get(i).color(field);
                Color shown = new Color(page.getRGB(x, y));
                if (!near(shown, right)) {
                    wrong.add(all.get(i) + ", field " + field + ": " + shown + ", not "
                            + List.of(right[0], right[1], right[2]));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean near(Color shown, int[] right) {
        return Math.abs(shown.getRed() - right[0]) <= TOLERANCE
                && Math.abs(shown.getGreen() - right[1]) <= TOLERANCE
                && Math.abs(shown.getBlue() - right[2]) <= TOLERANCE;
    }

    private static BufferedImage screenshot(List<CmykJpegFields> all, Path folder) throws IOException {
        StringBuilder html = new StringBuilder("<body style='margin:0'>");
        for (int i = 0; i < all.size(); i++) {
            Files.write(folder.resolve(i + ".jpg"), all.get(i).bytes());
            html.append("<img src=%d.jpg style='position:absolute;left:%dpx;top:%dpx'>"
                    .formatted(i, i % COLUMNS * WIDTH, i / COLUMNS * HEIGHT));
        }
        Path page = Files.writeString(folder.resolve("page.html"), html);
        Path picture = folder.resolve("page.png");
        boolean ran = ExternalProgram.run(
                        new byte[0],
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--hide-scrollbars",
                        "--force-color-profile=srgb",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--window-size=" + COLUMNS * WIDTH + "," + (all.size() / COLUMNS * HEIGHT + 200),
                        "--screenshot=" + picture,
                        page.toUri().toString())
                .isPresent();
        assumeTrue(ran, "chromium is not installed");
        return ImageIO.read(picture.toFile());
    }
}
