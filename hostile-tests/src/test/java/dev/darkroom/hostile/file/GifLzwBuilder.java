package dev.darkroom.hostile.file;

import java.util.HashMap;
import java.util.Map;

/** Builds the LZW data of a GIF (GIF89a, appendix F): minimum code size, sub-blocks and terminator. A full table is never cleared. */
public final class GifLzwBuilder {
    private static final int MOST_CODES = 4096;

    private final ByteWriter bytes = new ByteWriter();
    private long bits;
    private int count;

    private GifLzwBuilder() {}

    /** Encodes indices according to the specification. */
    public static byte[] encode(int codeSize, byte[] indices) {
        GifLzwBuilder codes = new GifLzwBuilder();
        int clear = 1 << codeSize;
        int width = codeSize + 1;
        int next = clear + 2;
        Map<Integer, Integer> table = new HashMap<>();
        codes.put(clear, width);
        int string = indices[0];
        for (int i = 1; i < indices.length; i++) {
            int key = string << 8 | indices[i];
            Integer known = table.get(key);
            if (known != null) {
                string = known;
                continue;
            }
            codes.put(string, width);
            string = indices[i];
            if (next < MOST_CODES) {
                width = next == 1 << width ? width + 1 : width;
                table.put(key, next++);
            }
        }
        codes.put(string, width);
        codes.put(clear + 1, next < MOST_CODES && next == 1 << width ? width + 1 : width);
        return codes.data(codeSize);
    }

    /** Writes the given codes, all with the same width. */
    public static byte[] codes(int codeSize, int width, int... values) {
        GifLzwBuilder codes = new GifLzwBuilder();
        for (int value : values) {
            codes.put(value, width);
        }
        return codes.data(codeSize);
    }

    private void put(int code, int width) {
        bits |= (long) code << count;
        count += width;
        while (count >= 8) {
            bytes.u8((int) bits);
            bits >>>= 8;
            count -= 8;
        }
    }

    private byte[] data(int codeSize) {
        put(0, 7);
        return ByteWriter.join(new byte[] {(byte) codeSize}, GifBuilder.subBlocks(bytes.toBytes()));
    }
}
