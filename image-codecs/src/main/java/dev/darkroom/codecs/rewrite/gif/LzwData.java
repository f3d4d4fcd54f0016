package dev.darkroom.codecs.rewrite.gif;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.gif.GifImage;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The LZW data of a GIF image (GIF89a, section 22 and appendix F), up to the code of its last pixel. The end code replaces all data after
 * that. If the data ends early or has an invalid code, the end code stands at that position: without it, the unused bits of the last
 * byte could be read as a code. Sub-blocks are written with maximum length.
 */
public final class LzwData {
    private static final int MOST_BITS = 12;
    private static final int MOST_CODES = 1 << MOST_BITS;
    private static final int CODES_PER_CHECK = 1 << 17;
    private static final int SUB_BLOCK = 255;
    private static final int NONE = -1;

    private final int codeSize;
    private final int clear;
    private final int[] lengths = new int[MOST_CODES];
    private final BitSet colors = new BitSet();
    private byte[] data;
    /** Number of bits that are kept. */
    private long used;

    private boolean cutOff;
    private boolean anyPixel;
    private int next;
    private int width;
    private int previous;

    private LzwData(int codeSize, byte[] data) {
        this.codeSize = codeSize;
        this.clear = 1 << codeSize;
        this.data = data;
        Arrays.fill(lengths, 0, clear, 1);
    }

    /**
     * Reads the codes of an image. The time is linear in the size of the data.
     *
     * @throws ImageException malformed if the code size is invalid; stopped by the deadline
     */
    public static LzwData read(Bytes file, GifImage image, Deadline deadline) throws ImageException {
        int size = file.u8(image.dataStart());
        if (size < 1 || size > 8) {
            throw ImageException.malformed("this GIF has an LZW code size of " + size + " bits; it must be 2 to 8");
        }
        LzwData lzw = new LzwData(size, joined(file, image.dataStart() + 1));
        lzw.walk((long) image.width() * image.height(), deadline);
        return lzw;
    }

    /** The colour indexes that occur in the image. */
    public BitSet colors() {
        return colors;
    }

    /** Whether the data ends, or has an impossible code, before the last pixel and without an end code. */
    public boolean isCutOff() {
        return cutOff;
    }

    /** Whether it brings one pixel at least. */
    public boolean hasPixels() {
        return anyPixel;
    }

    /** The data to write, from the code size to the terminator. */
    public byte[] bytes() {
        int length = (int) ((used + 7) / 8);
        int blocks = (length + SUB_BLOCK - 1) / SUB_BLOCK;
        byte[] out = new byte[1 + length + blocks + 1];
        out[0] = (byte) codeSize;
        int at = 1;
        for (int from = 0; from < length; from += SUB_BLOCK) {
            int count = Math.min(SUB_BLOCK, length - from);
            out[at++] = (byte) count;
            System.arraycopy(data, from, out, at, count);
            at += count;
        }
        return out;
    }

    private static byte[] joined(Bytes file, int start) {
        int length = 0;
        for (int at = start; file.u8(at) != 0; at += 1 + file.u8(at)) {
            length += file.u8(at);
        }
        byte[] data = new byte[length];
        int done = 0;
        for (int at = start; file.u8(at) != 0; at += 1 + file.u8(at)) {
            file.copyTo(at + 1, data, done, file.u8(at));
            done += file.u8(at);
        }
        return data;
    }

    private void walk(long pixels, Deadline deadline) throws ImageException {
        reset();
        long left = pixels;
        for (int codes = 1; left > 0; codes++) {
            if (codes % CODES_PER_CHECK == 0) {
                deadline.check();
            }
            int code = code();
            if (code < 0 || code > next || code == next && previous == NONE) {
                cutOff = true;
                break;
            }
            used += width;
            if (code == clear) {
                reset();
            } else if (code == clear + 1) {
                cut();
                return;
            } else {
                left -= take(code);
                anyPixel = true;
            }
        }
        if (pixels == 0) {
            append(clear);
        }
        append(clear + 1);
        cut();
    }

    /** Processes a code. Returns the number of its pixels. */
    private int take(int code) {
        int before = previous == NONE ? 0 : lengths[previous];
        if (code < clear) {
            colors.set(code);
        }
        if (previous != NONE && next < MOST_CODES) {
            lengths[next++] = before + 1;
            if (next == 1 << width && width < MOST_BITS) {
                width++;
            }
        }
        previous = code;
        return lengths[code];
    }

    private void reset() {
        next = clear + 2;
        width = codeSize + 1;
        previous = NONE;
    }

    /** The next code; -1 if the data ends before it. */
    private int code() {
        if (used + width > 8L * data.length) {
            return -1;
        }
        int at = (int) (used >> 3);
        int bits = 0;
        for (int i = 0; i < 3 && at + i < data.length; i++) {
            bits |= (data[at + i] & 0xFF) << 8 * i;
        }
        return bits >> (int) (used & 7) & (1 << width) - 1;
    }

    private void append(int code) {
        cut();
        data = Arrays.copyOf(data, (int) ((used + width + 7) / 8));
        for (int i = 0; i < width; i++, used++) {
            data[(int) (used >> 3)] |= (byte) ((code >> i & 1) << (int) (used & 7));
        }
    }

    /** Removes all bits after the last kept bit. */
    private void cut() {
        data = Arrays.copyOf(data, (int) ((used + 7) / 8));
        if ((used & 7) != 0) {
            data[data.length - 1] &= (byte) ((1 << (int) (used & 7)) - 1);
        }
    }
}
