package dev.darkroom.world.demo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Generates a JPEG like a photograph: 12 megapixels, stored rotated with EXIF orientation 6, displayed upright (3 : 4), in Display P3. Its
 * EXIF has a camera name, a serial number and a GPS position.
 */
public final class GeneratedPhoto {
    private static final int ORIENTATION = 6;
    private static final float QUALITY = 0.92f;

    private GeneratedPhoto() {}

    /** The photograph for demonstrations, displayed with 3000 × 4000 pixels. */
    public static byte[] jpeg() throws IOException {
        return jpeg(3000, 4000);
    }

    /** A photograph with another displayed size, in pixels. */
    public static byte[] jpeg(int width, int height) throws IOException {
        BufferedImage upright = paint(width, height);
        UpArrowSign.paint(upright);
        return withSegments(encoded(lying(upright)));
    }

    private static BufferedImage paint(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = pixels(picture);
        Scene scene = new Scene(height / (float) width);
        byte[] codes = new byte[4097];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) DisplayP3.encoded(i * i / (4096f * 4096f)); // finer steps in dark tones
        }
        IntStream.range(0, height).parallel().forEach(y -> {
            float[] rgb = new float[3];
            for (int x = 0; x < width; x++) {
                scene.color(x / (float) width, y / (float) width, rgb);
                float grain = 1 + 0.16f * (Noise.at(x, y, 501) + Noise.at(x, y, 502) - 1);
                pixels[y * width + x] = code(codes, rgb[0] * grain) << 16
                        | code(codes, rgb[1] * grain) << 8
                        | code(codes, rgb[2] * grain);
            }
        });
        return picture;
    }

    private static int code(byte[] codes, float linear) {
        float light = Math.max(0, Math.min(1, linear));
        return codes[Math.round((float) Math.sqrt(light) * 4096)] & 0xff;
    }

    /** The picture turned counter-clockwise by 90 degrees. Orientation 6 tells the viewer to turn it clockwise. */
    private static BufferedImage lying(BufferedImage upright) {
        int width = upright.getWidth();
        int height = upright.getHeight();
        BufferedImage lying = new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB);
        int[] from = pixels(upright);
        int[] to = pixels(lying);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                to[(width - 1 - x) * height + y] = from[y * width + x];
            }
        }
        return lying;
    }

    private static int[] pixels(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }

    private static byte[] encoded(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The JPEG with EXIF and ICC profile after its JFIF segment. */
    private static byte[] withSegments(byte[] jpeg) {
        int jfifEnd = 4 + ((jpeg[4] & 0xff) << 8 | jpeg[5] & 0xff);
        ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + 2000);
        out.write(jpeg, 0, jfifEnd);
        segment(out, 0xe1, CameraExif.of(ORIENTATION));
        ByteArrayOutputStream icc = new ByteArrayOutputStream();
        icc.writeBytes("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1));
        icc.writeBytes(DisplayP3.profile());
        segment(out, 0xe2, icc.toByteArray());
        out.write(jpeg, jfifEnd, jpeg.length - jfifEnd);
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] payload) {
        int length = payload.length + 2;
        out.write(0xff);
        out.write(marker);
        out.write(length >> 8);
        out.write(length & 0xff);
        out.writeBytes(payload);
    }
}
