package dev.darkroom.upload;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Makes files to upload. */
final class UploadSamples {
    private UploadSamples() {}

    static byte[] jpeg(int width, int height) {
        return encoded("jpeg", width, height);
    }

    static byte[] png(int width, int height) {
        return encoded("png", width, height);
    }

    /** The start of a Windows executable: a DOS header, then zeros. */
    static byte[] exe(int length) {
        byte[] exe = new byte[length];
        ByteBuffer.wrap(exe).put(new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0});
        return exe;
    }

    /** The first part of a JPEG. */
    static byte[] truncated() {
        byte[] whole = jpeg(900, 700);
        return Arrays.copyOf(whole, whole.length / 2);
    }

    /** A PNG with a header of the given size but almost no pixel data (PNG specification, sections 5 and 11.2). */
    static byte[] pngHeader(int width, int height) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        chunk(png, "IHDR", header.array());
        chunk(png, "IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1});
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] named = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(named);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(named);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** A JPEG of the given number of bytes; comments before the picture fill it up. */
    static byte[] jpegOf(int bytes) {
        byte[] jpeg = jpeg(64, 48);
        ByteBuffer padded = ByteBuffer.allocate(bytes).put(jpeg, 0, 2);
        for (int left = bytes - jpeg.length; left > 0; ) {
            int segment = Math.min(left, 60_000);
            if (left - segment > 0 && left - segment < 4) {
                segment -= 4;
            }
            padded.put((byte) 0xFF)
                    .put((byte) 0xFE)
                    .putShort((short) (segment - 2))
                    .put(new byte[segment - 4]);
            left -= segment;
        }
        return padded.put(jpeg, 2, jpeg.length - 2).array();
    }

    static byte[] multipart(String boundary, String name, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"; filename=\"holiday.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static byte[] encoded(String format, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
