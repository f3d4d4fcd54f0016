package dev.darkroom.core.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;

/**
 * The bits of one interval of entropy-coded data (ITU-T T.81, F.2.2.5), the highest of a byte first. Stuffed zeros and fill bytes are
 * passed over. Zeros are read past the data's end; {@link #isExhausted} then says so. Not thread-safe.
 */
final class EntropyBits {
    /** What {@link #need} may be asked for: the longest code and the bits that follow. */
    static final int MOST = 32;

    private final Bytes file;
    private final int limit;
    private int start;
    private int next;
    private long bits;
    private int count;
    private int invented;

    /**
     * @param limit where the data ends at the latest
     */
    EntropyBits(Bytes file, int limit) {
        this.file = file;
        this.limit = limit;
    }

    /** Starts an interval. */
    void startAt(int offset) {
        start = offset;
        next = offset;
        bits = 0;
        count = 0;
        invented = 0;
    }

    int start() {
        return start;
    }

    int bit() {
        return read(1);
    }

    /** Up to 16 of them. */
    int read(int length) {
        need(length);
        count -= length;
        return (int) (bits >>> count) & (1 << length) - 1;
    }

    void skip(int length) {
        int left = length;
        while (left > MOST) {
            need(MOST);
            count -= MOST;
            left -= MOST;
        }
        need(left);
        count -= left;
    }

    /** Reads a symbol, and passes over the bits that follow it: as many as its lowest four bits say (T.81, F.1.2.1 and F.1.2.2). */
    int token(HuffmanCode code) throws ImageException {
        need(MOST);
        int entry = code.find((int) (bits >>> count - HuffmanTable.LONGEST_CODE) & 0xFFFF);
        count -= (entry >> 8 & 0xFF) + (entry & 15);
        return entry & 0xFF;
    }

    /** Whether more bits were read than there are. */
    boolean isExhausted() {
        return invented > count >> 3;
    }

    /** Bits of the last byte before {@link #end} that were read: 1 to 8; 8 too where nothing was read. */
    int bitsInLastByte() {
        return 8 - (count & 7);
    }

    /** The offset after the last byte that a bit was read of, with its stuffed zero. */
    int end() {
        int at = next;
        for (int unread = (count >> 3) - invented; unread > 0; unread--) {
            at = before(at);
        }
        return at;
    }

    /** The offset of the byte of data that ends before {@code at}: it has two bytes, or more with fill bytes, where it is 0xFF. */
    int before(int at) {
        int first = at - 1;
        if (file.u8(first) == 0) {
            while (first > start && file.u8(first - 1) == 0xFF) {
                first--;
            }
        }
        return first;
    }

    private void need(int length) {
        if (count < length) {
            while (count <= Long.SIZE - 8) {
                bits = bits << 8 | nextByte();
                count += 8;
            }
        }
    }

    private int nextByte() {
        if (next >= limit) {
            invented++;
            return 0;
        }
        int value = file.u8(next);
        if (value != 0xFF) {
            next++;
            return value;
        }
        int at = next + 1;
        while (at < limit && file.u8(at) == 0xFF) {
            at++;
        }
        if (at >= limit || file.u8(at) != 0) {
            invented++;
            return 0;
        }
        next = at + 1;
        return value;
    }
}
