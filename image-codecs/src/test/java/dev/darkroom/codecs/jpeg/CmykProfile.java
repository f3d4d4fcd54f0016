package dev.darkroom.codecs.jpeg;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A CMYK ICC profile whose four inks all print gray (ICC.1:2001-04, lut8Type in A2B0 and A2B1). Lightness is 100 minus 50 for full cyan, 20
 * for full magenta, 10 for full yellow and 20 for full black. The output level therefore shows which ink was used, and how much.
 */
final class CmykProfile {
    private static final double[] DARKNESS = {50, 20, 10, 20};
    private static final int HEADER = 128;
    private static final int TAGS = 5;

    private CmykProfile() {}

    /** The sRGB level that these inks print (0 is no ink, 255 is full ink). */
    static int level(int... inks) {
        double lightness = 100;
        for (int i = 0; i < 4; i++) {
            lightness -= DARKNESS[i] * inks[i] / 255;
        }
        double f = (lightness + 16) / 116;
        double light = lightness > 8 ? f * f * f : lightness / 903.3;
        double level = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * level);
    }

    static byte[] bytes() {
        byte[] description = text("desc", 12 + 4 + 67 + 8);
        byte[] copyright = text("text", 8 + 2);
        byte[] white = {
            'X', 'Y', 'Z', ' ', 0, 0, 0, 0, 0, 0, (byte) 0xF6, (byte) 0xD6, 0, 1, 0, 0, 0, 0, (byte) 0xD3, 0x2D
        };
        String[] names = {"desc", "cprt", "wtpt", "A2B0", "A2B1"};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            byte[][] data = {description, copyright, white, table(), table()};
            int first = HEADER + 4 + 12 * TAGS;
            int length = first;
            for (byte[] one : data) {
                length += padded(one.length);
            }
            header(out, length);
            out.writeInt(TAGS);
            int at = first;
            for (int i = 0; i < TAGS; i++) {
                out.writeBytes(names[i]);
                out.writeInt(at);
                out.writeInt(data[i].length);
                at += padded(data[i].length);
            }
            for (byte[] one : data) {
                out.write(one);
                out.write(new byte[padded(one.length) - one.length]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void header(DataOutputStream out, int length) throws IOException {
        out.writeInt(length);
        out.writeBytes("lcms");
        out.writeInt(0x02400000);
        out.writeBytes("prtrCMYKLab ");
        out.write(new byte[12]);
        out.writeBytes("acsp");
        out.write(new byte[28]);
        out.writeInt(0xF6D6);
        out.writeInt(0x10000);
        out.writeInt(0xD32D);
        out.write(new byte[48]);
    }

    private static byte[] table() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBytes("mft1");
        out.writeInt(0);
        out.write(new byte[] {4, 3, 2, 0});
        for (int i = 0; i < 9; i++) {
            out.writeInt(i % 4 == 0 ? 0x10000 : 0);
        }
        straight(out, 4);
        for (int corner = 0; corner < 16; corner++) {
            double lightness = 100;
            for (int i = 0; i < 4; i++) {
                lightness -= (corner >> 3 - i & 1) * DARKNESS[i];
            }
            out.write((int) Math.round(lightness * 255 / 100));
            out.write(128);
            out.write(128);
        }
        straight(out, 3);
        return bytes.toByteArray();
    }

    private static void straight(DataOutputStream out, int channels) throws IOException {
        for (int i = 0; i < channels * 256; i++) {
            out.write(i);
        }
    }

    /** An empty text of the size that its type requires. */
    private static byte[] text(String type, int length) {
        byte[] bytes = new byte[length];
        System.arraycopy(type.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 4);
        if (type.equals("desc")) {
            bytes[11] = 1;
        }
        return bytes;
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }
}
