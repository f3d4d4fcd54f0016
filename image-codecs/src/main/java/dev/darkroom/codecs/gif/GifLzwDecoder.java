package dev.darkroom.codecs.gif;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;

/**
 * Decodes GIF's variable-length LZW (GIF89a, appendix F) to a stream of colour indices. The memory is fixed. The time is linear in the
 * input and output sizes.
 */
final class GifLzwDecoder {
    private static final int MOST_BITS = 12;
    private static final int MOST_CODES = 1 << MOST_BITS;
    private static final int NONE = -1;

    /** Bytes of memory that one decoder takes. */
    static final long BYTES = MOST_CODES * (2L + 1 + 1);

    private final GifBitReader codes;
    private final int firstBits;
    private final int clear;
    /** For each code from {@code clear + 2} on: the code of its string without the last index. */
    private final short[] prefix = new short[MOST_CODES];

    private final byte[] last = new byte[MOST_CODES];
    /** The current string in reverse order, from the last index to the first. */
    private final byte[] string = new byte[MOST_CODES];

    private int left;
    private int next;
    private int width;
    private int previous;
    private byte first;
    private boolean ended;

    /**
     * @param start offset of the minimum code size, the first byte of an image's data
     * @throws ImageException malformed if the code size is invalid
     */
    GifLzwDecoder(Bytes file, int start) throws ImageException {
        int size = file.u8(start);
        if (size < 2 || size > 8) {
            throw ImageException.malformed("this GIF has an LZW code size of " + size + " bits; it must be 2 to 8");
        }
        this.codes = new GifBitReader(file, start + 1);
        this.firstBits = size + 1;
        this.clear = 1 << size;
        for (int i = 0; i < clear; i++) {
            last[i] = (byte) i;
        }
        reset();
    }

    /**
     * Reads indices.
     *
     * @return the number of indices read; fewer than {@code count} only after the code that ends the picture
     * @throws ImageException malformed if a code is invalid, or if the data ends without the end code
     */
    int read(byte[] target, int count) throws ImageException {
        int done = 0;
        while (done < count) {
            if (left == 0 && !nextString()) {
                return done;
            }
            int some = Math.min(left, count - done);
            for (int i = 0; i < some; i++) {
                target[done++] = string[--left];
            }
        }
        return done;
    }

    private boolean nextString() throws ImageException {
        while (!ended) {
            int code = codes.read(width);
            if (code == GifBitReader.NO_MORE) {
                throw ImageException.malformed("this GIF ends early: its first picture's data is cut off");
            }
            if (code == clear) {
                reset();
            } else if (code == clear + 1) {
                ended = true;
            } else {
                decodeString(code);
                return true;
            }
        }
        return false;
    }

    private void decodeString(int code) throws ImageException {
        int from = code;
        if (code >= clear) {
            boolean unknown = code > next || code == next && previous == NONE;
            if (unknown) {
                throw ImageException.malformed("this GIF's first picture is damaged: its data has the code " + code
                        + ", but the highest valid code is " + (previous == NONE ? clear + 1 : next));
            }
            if (code == next) {
                // The new string is the previous string followed by its own first index.
                string[left++] = first;
                from = previous;
            }
        }
        while (from > clear) {
            string[left++] = last[from];
            from = prefix[from];
        }
        first = last[from];
        string[left++] = first;
        if (previous != NONE && next < MOST_CODES) {
            addToTable();
        }
        previous = code;
    }

    /** Adds a string to the table. When the table is full at 4096 codes, it stays unchanged until the clear code. */
    private void addToTable() {
        prefix[next] = (short) previous;
        last[next] = first;
        next++;
        if (next == 1 << width && width < MOST_BITS) {
            width++;
        }
    }

    private void reset() {
        next = clear + 2;
        width = firstBits;
        previous = NONE;
    }
}
