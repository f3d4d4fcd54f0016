package dev.darkroom.codecs.gif;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes GIF test files with all kinds of blocks. */
final class GifFixture {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Starts a file with a global colour table. An empty table is left out. */
    GifFixture(int width, int height, int... palette) {
        out.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
        u16(width);
        u16(height);
        u8(tableFlags(palette), 1, 0);
        table(palette);
    }

    /** Adds a graphic control extension. The transparent index -1 means none. */
    GifFixture control(int transparentIndex) {
        u8(0x21, 0xF9, 4, transparentIndex < 0 ? 0 : 1, 10, 0, Math.max(0, transparentIndex), 0);
        return this;
    }

    GifFixture comment(String text) {
        u8(0x21, 0xFE, text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        u8(0);
        return this;
    }

    /** Adds an image. The indices are in order from top to bottom; this method interlaces them if requested. */
    GifFixture image(int left, int top, int width, boolean interlaced, GifLzwWriter lzw, byte[] indices, int... local) {
        int height = width == 0 ? 0 : indices.length / width;
        byte[] stored = interlaced ? interlace(indices, width, height) : indices;
        return imageData(left, top, width, height, interlaced, lzw.encode(stored), local);
    }

    GifFixture imageData(int left, int top, int width, int height, boolean interlaced, byte[] subBlocks, int... local) {
        u8(0x2C);
        u16(left);
        u16(top);
        u16(width);
        u16(height);
        u8(tableFlags(local) | (interlaced ? 0x40 : 0));
        table(local);
        out.writeBytes(subBlocks);
        return this;
    }

    byte[] end() {
        u8(0x3B);
        return out.toByteArray();
    }

    private static byte[] interlace(byte[] indices, int width, int height) {
        byte[] stored = new byte[indices.length];
        int to = 0;
        for (int[] pass : new int[][] {{0, 8}, {4, 8}, {2, 4}, {1, 2}}) {
            for (int y = pass[0]; y < height; y += pass[1]) {
                System.arraycopy(indices, y * width, stored, to++ * width, width);
            }
        }
        return stored;
    }

    private static int tableFlags(int[] palette) {
        return palette.length == 0 ? 0 : 0x80 | Integer.numberOfTrailingZeros(palette.length) - 1;
    }

    private void table(int[] palette) {
        for (int color : palette) {
            u8(color >> 16, color >> 8, color);
        }
    }

    private void u16(int value) {
        u8(value, value >> 8);
    }

    private void u8(int... values) {
        for (int value : values) {
            out.write(value);
        }
    }
}
