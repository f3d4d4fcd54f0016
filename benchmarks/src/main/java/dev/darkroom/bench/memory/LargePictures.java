package dev.darkroom.bench.memory;

import dev.darkroom.world.demo.GeneratedPhoto;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Generates photographs as large files and keeps them between runs. */
final class LargePictures {
    private static final int WIDTH = 8660;
    private static final int HEIGHT = 5774;

    private final Path folder;

    LargePictures(Path folder) {
        this.folder = folder;
    }

    /** The files by description. */
    Map<String, Path> make() throws IOException {
        Files.createDirectories(folder);
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("photographic PNG, 2.5 MP", folder.resolve("photo.png"));
        files.put("PNG, 50 MP", folder.resolve("50mp.png"));
        files.put("baseline JPEG, 50 MP", folder.resolve("50mp-baseline.jpg"));
        files.put("progressive JPEG, 50 MP", folder.resolve("50mp-progressive.jpg"));
        if (files.values().stream().allMatch(Files::exists)) {
            return files;
        }
        BufferedImage photo = photo();
        ImageIO.write(photo, "png", folder.resolve("photo.png").toFile());
        BufferedImage blocks = scaled(photo, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        ImageIO.write(blocks, "png", folder.resolve("50mp.png").toFile());
        BufferedImage smooth = scaled(photo, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        jpeg(smooth, folder.resolve("50mp-baseline.jpg"), ImageWriteParam.MODE_DISABLED);
        jpeg(smooth, folder.resolve("50mp-progressive.jpg"), ImageWriteParam.MODE_DEFAULT);
        return files;
    }

    /** The photograph rotated, as its file stores it. */
    private static BufferedImage photo() throws IOException {
        byte[] jpeg = GeneratedPhoto.jpeg(1296, 1936);
        BufferedImage picture = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(jpeg)));
        BufferedImage plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = plain.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return plain;
    }

    private static BufferedImage scaled(BufferedImage photo, Object interpolation) {
        BufferedImage large = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = large.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
        graphics.drawImage(photo, 0, 0, WIDTH, HEIGHT, null);
        graphics.dispose();
        return large;
    }

    private static void jpeg(BufferedImage picture, Path file, int progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(0.85f);
            settings.setProgressiveMode(progressive);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } finally {
            writer.dispose();
        }
    }
}
