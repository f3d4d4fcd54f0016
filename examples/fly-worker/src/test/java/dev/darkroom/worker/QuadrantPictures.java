package dev.darkroom.worker;

import static java.awt.image.BufferedImage.TYPE_INT_ARGB;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/** Makes pictures of four quadrants: red and green above blue and yellow. */
final class QuadrantPictures {
    static final int RED = 0xC02020;
    static final int GREEN = 0x20A040;
    static final int BLUE = 0x2040C0;
    static final int YELLOW = 0xE0D030;

    private QuadrantPictures() {}

    static byte[] jpeg(int width, int height) {
        return encoded("jpeg", quadrants(width, height, TYPE_INT_RGB));
    }

    /** An opaque PNG with an alpha channel. */
    static byte[] png(int width, int height) {
        return encoded("png", quadrants(width, height, TYPE_INT_ARGB));
    }

    static byte[] webp(int width, int height, boolean lossless) {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType("image/webp").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionType(lossless ? "Lossless" : "Lossy");
        return written(writer, settings, quadrants(width, height, TYPE_INT_RGB));
    }

    /** An animated GIF of two frames: the quadrants, then plain gray. */
    static byte[] animatedGif(int width, int height) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BufferedImage gray = new BufferedImage(width, height, TYPE_INT_RGB);
        fill(gray, Color.GRAY.getRGB(), 0, 0, width, height);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            IIOMetadata none = writer.getDefaultStreamMetadata(null);
            writer.prepareWriteSequence(none);
            writer.writeToSequence(new IIOImage(quadrants(width, height, TYPE_INT_RGB), null, null), null);
            writer.writeToSequence(new IIOImage(gray, null, null), null);
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A PNG with a valid header but almost no pixel data (PNG specification, sections 5 and 11.2). */
    static byte[] pngHeader(int width, int height) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        chunk(png, "IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1});
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** The picture as the JDK decodes it. */
    static BufferedImage decoded(byte[] bytes) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
            if (picture == null) {
                throw new IllegalArgumentException("the JDK cannot decode these bytes");
            }
            return picture;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of frames of a GIF, counted by the JDK's reader. */
    static int frames(byte[] gif) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(in);
            return reader.getNumImages(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage quadrants(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        int x = width / 2;
        int y = height / 2;
        fill(picture, RED, 0, 0, x, y);
        fill(picture, GREEN, x, 0, width - x, y);
        fill(picture, BLUE, 0, y, x, height - y);
        fill(picture, YELLOW, x, y, width - x, height - y);
        return picture;
    }

    private static void fill(BufferedImage picture, int rgb, int x, int y, int width, int height) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(rgb));
        graphics.fillRect(x, y, width, height);
        graphics.dispose();
    }

    private static byte[] encoded(String format, BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        return written(writer, writer.getDefaultWriteParam(), picture);
    }

    private static byte[] written(ImageWriter writer, ImageWriteParam settings, BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(name);
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
