package dev.darkroom.codecs.gif;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A simple LZW encoder for GIF, with the usual behaviour and with other allowed behaviour. */
final class GifLzwWriter {
    /** The behaviour when the table of 4096 codes is full. */
    enum WhenFull {
        CLEAR,
        /** The table stays unchanged. */
        GO_ON
    }

    private final int codeSize;
    private final WhenFull whenFull;
    private final boolean endCode;

    GifLzwWriter(int codeSize) {
        this(codeSize, WhenFull.CLEAR, true);
    }

    GifLzwWriter(int codeSize, WhenFull whenFull, boolean endCode) {
        this.codeSize = codeSize;
        this.whenFull = whenFull;
        this.endCode = endCode;
    }

    /** Returns the minimum code size, the sub-blocks and the terminator. */
    byte[] encode(byte[] indices) {
        Codes codes = new Codes();
        int clear = 1 << codeSize;
        codes.put(clear, codeSize + 1);
        Map<Integer, Integer> table = new HashMap<>();
        int next = clear + 2;
        int width = codeSize + 1;
        int string = -1;
        for (byte index : indices) {
            int key = string << 8 | index & 0xFF;
            if (string < 0) {
                string = index & 0xFF;
            } else if (table.containsKey(key)) {
                string = table.get(key);
            } else {
                codes.put(string, width);
                string = index & 0xFF;
                if (next < 4096) {
                    // The decoder adds each string to its table one code later.
                    width = next == 1 << width ? width + 1 : width;
                    table.put(key, next++);
                } else if (whenFull == WhenFull.CLEAR) {
                    codes.put(clear, width);
                    table.clear();
                    next = clear + 2;
                    width = codeSize + 1;
                }
            }
        }
        if (string >= 0) {
            codes.put(string, width);
        }
        if (endCode) {
            codes.put(clear + 1, next < 4096 && next == 1 << width ? width + 1 : width);
        }
        return codes.subBlocks(codeSize);
    }

    private static final class Codes {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long bits;
        private int count;

        void put(int code, int width) {
            bits |= (long) code << count;
            count += width;
            while (count >= 8) {
                bytes.write((int) bits);
                bits >>>= 8;
                count -= 8;
            }
        }

        byte[] subBlocks(int codeSize) {
            put(0, 7);
            byte[] all = bytes.toByteArray();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(codeSize);
            for (int at = 0; at < all.length; at += 255) {
                int length = Math.min(255, all.length - at);
                out.write(length);
                out.writeBytes(Arrays.copyOfRange(all, at, at + length));
            }
            out.write(0);
            return out.toByteArray();
        }
    }
}
