package dev.darkroom.pipeline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Size;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.Pipeline;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours and orientation of reported pictures, and of their rewritten copies. */
class ReportedColorsTest {
    private static final Variant PNG = Variant.named("own").encode(Encoding.png());

    @Test
    void inksWithoutAdobesMarkerAreAsTheReferenceShowsThem() throws Exception {
        Path file = file("jk_noadobe.jpg");
        BufferedImage reference = ImageIO.read(file("jk_noadobe.jpg.ref.png").toFile());
        Bytes source = Bytes.copyOf(Files.readAllBytes(file));
        double own = psnr(image(run(source, PNG)), reference);
        double copied = psnr(image(run(run(source, Variant.rewritten("copy")), PNG)), reference);
        System.out.printf("jk_noadobe.jpg: %.1f dB, by way of its copy %.1f dB%n", own, copied);
        assertThat(own).isGreaterThanOrEqualTo(35);
        assertThat(copied).isGreaterThanOrEqualTo(35);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jo_byte.jpg", "p_rawexif6.png"})
    void anOrientationInAnUnusualPlaceIsShownUpright(String name) throws Exception {
        Bytes source = Bytes.copyOf(Files.readAllBytes(file(name)));
        BufferedImage stored = ImageIO.read(file(name).toFile());
        BufferedImage own = image(run(source, PNG));
        BufferedImage copied = image(run(run(source, Variant.rewritten("copy")), PNG));
        assertThat(new Size(own.getWidth(), own.getHeight())).isEqualTo(new Size(480, 640));
        double turned = psnr(own, clockwise(stored));
        System.out.printf("%s: %.1f dB to the stored picture turned%n", name, turned);
        assertThat(turned).isGreaterThanOrEqualTo(35);
        assertThat(psnr(copied, own)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    private static Path file(String name) {
        Path file = ReportedPictures.find(name).orElse(null);
        Assumptions.assumeTrue(file != null, "not applicable: there is no shared/reports/" + name);
        return file;
    }

    private static Bytes run(Bytes file, Variant variant) throws ImageException {
        try (Pipeline pipeline = Pipeline.builder().variant(variant).build()) {
            Outcome outcome = pipeline.process(Source.of(file), Map.of());
            assertThat(outcome).isInstanceOf(Outcome.Completed.class);
            return ((Outcome.Completed) outcome).renditions().get(0).bytes();
        }
    }

    private static BufferedImage image(Bytes png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png.toArray()));
    }

    private static BufferedImage clockwise(BufferedImage stored) {
        BufferedImage turned = new BufferedImage(stored.getHeight(), stored.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < stored.getHeight(); y++) {
            for (int x = 0; x < stored.getWidth(); x++) {
                turned.setRGB(stored.getHeight() - 1 - y, x, stored.getRGB(x, y));
            }
        }
        return turned;
    }

    private static double psnr(BufferedImage one, BufferedImage other) {
        assertThat(new Size(one.getWidth(), one.getHeight())).isEqualTo(new Size(other.getWidth(), other.getHeight()));
        double sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                Color a = new Color(one.getRGB(x, y));
                Color b = new Color(other.getRGB(x, y));
                sum += square(a.getRed() - b.getRed())
                        + square(a.getGreen() - b.getGreen())
                        + square(a.getBlue() - b.getBlue());
            }
        }
        return 10 * Math.log10(255.0 * 255 * 3 * one.getWidth() * one.getHeight() / sum);
    }

    private static double square(double value) {
        return value * value;
    }
}
