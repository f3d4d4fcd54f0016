package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** A wide picture of four colours, in containers with extra chunks and segments after their start. */
final class FourColorPicture {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final int PNG_HEAD = 33;

    private FourColorPicture() {}

    /** Red and green above blue and white. */
    static byte[] stored(String format) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                Color left = y < HEIGHT / 2 ? Color.RED : Color.BLUE;
                Color right = y < HEIGHT / 2 ? Color.GREEN : Color.WHITE;
                image.setRGB(x, y, (x < WIDTH / 2 ? left : right).getRGB());
            }
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(ImageIO.write(image, format, out)).isTrue();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asserts that a picture looks like {@link #stored} with orientation 6: a quarter turn clockwise. */
    static void assertTurned(byte[] png) {
        try {
            BufferedImage shown = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(shown.getWidth()).as("width").isEqualTo(HEIGHT);
            assertThat(shown.getHeight()).as("height").isEqualTo(WIDTH);
            assertColor(shown, 10, 14, Color.BLUE);
            assertColor(shown, 37, 14, Color.RED);
            assertColor(shown, 10, 49, Color.WHITE);
            assertColor(shown, 37, 49, Color.GREEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertColor(BufferedImage image, int x, int y, Color wanted) {
        Color is = new Color(image.getRGB(x, y));
        int worst = Math.max(
                Math.abs(is.getRed() - wanted.getRed()),
                Math.max(Math.abs(is.getGreen() - wanted.getGreen()), Math.abs(is.getBlue() - wanted.getBlue())));
        assertThat(worst).as("%s at %d, %d, not %s", is, x, y, wanted).isLessThan(24);
    }

    static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        return insert(
                jpeg,
                2,
                concat(
                        new byte[] {(byte) 0xFF, (byte) marker, (byte) (data.length + 2 >> 8), (byte) (data.length + 2)
                        },
                        data));
    }

    static byte[] withChunk(byte[] png, String type, byte[] data) {
        byte[] typed = concat(latin1(type), data);
        CRC32 crc = new CRC32();
        crc.update(typed);
        ByteBuffer chunk = ByteBuffer.allocate(typed.length + 8);
        return insert(
                png,
                PNG_HEAD,
                chunk.putInt(data.length)
                        .put(typed)
                        .putInt((int) crc.getValue())
                        .array());
    }

    /** Turns a simple WebP into an extended one with Exif. */
    static byte[] withExif(byte[] webp, byte[] exif) {
        byte[] picture = java.util.Arrays.copyOfRange(webp, 12, webp.length);
        byte[] padded = java.util.Arrays.copyOf(exif, exif.length + exif.length % 2);
        int length = 4 + 18 + picture.length + 8 + padded.length;
        ByteBuffer out = ByteBuffer.allocate(8 + length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(latin1("RIFF"))
                .putInt(length)
                .put(latin1("WEBPVP8X"))
                .putInt(10)
                .putInt(8);
        out.put((byte) (WIDTH - 1)).putShort((short) 0).put((byte) (HEIGHT - 1)).putShort((short) 0);
        return out.put(picture)
                .put(latin1("EXIF"))
                .putInt(exif.length)
                .put(padded)
                .array();
    }

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] insert(byte[] file, int at, byte[] part) {
        ByteBuffer out = ByteBuffer.allocate(file.length + part.length);
        return out.put(file, 0, at).put(part).put(file, at, file.length - at).array();
    }
}
