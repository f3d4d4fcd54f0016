package dev.darkroom.core.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;

/**
 * Reads the bits of one interval of entropy-coded data (ITU-T T.81, F.2.2.5), highest bit of each byte first. It skips stuffed zeros and
 * fill bytes. After the end of the data it returns zeros, and {@link #isExhausted} returns true. Not thread-safe.
 */
final class EntropyBits {
    /** Maximum argument of {@link #need}: the longest code and the bits after it. */
    static final int MOST = 32;

    private final Bytes file;
    private final int limit;
    private int start;
    private int next;
    private long bits;
    private int count;
    private int zeroBytes;

    /**
     * @param limit offset at which the data ends at the latest
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
        zeroBytes = 0;
    }

    int start() {
        return start;
    }

    int bit() {
        return read(1);
    }

    /** Reads up to 16 bits. */
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

    /** Reads a symbol and skips the bits after it. The lowest four bits of the symbol are their number (T.81, F.1.2.1 and F.1.2.2). */
    int token(HuffmanCode code) throws ImageException {
        need(MOST);
        int entry = code.find((int) (bits >>> count - HuffmanTable.LONGEST_CODE) & 0xFFFF);
        count -= (entry >> 8 & 0xFF) + (entry & 15);
        return entry & 0xFF;
    }

    /** Reads the AC coefficients of a block of a sequential scan (T.81, F.2.2.2). */
    void sequentialCoefficients(HuffmanCode code) throws ImageException {
        // The JIT keeps local variables in registers.
        long bits = this.bits;
        int count = this.count;
        for (int k = 1; k < 64; k++) {
            if (count < MOST) {
                this.count = count;
                need(MOST);
                bits = this.bits;
                count = this.count;
            }
            int entry = code.find((int) (bits >>> count - HuffmanTable.LONGEST_CODE) & 0xFFFF);
            count -= (entry >> 8 & 0xFF) + (entry & 15);
            int zeros = entry >> 4 & 15;
            if ((entry & 15) == 0 && zeros != 15) {
                break;
            }
            k += zeros;
        }
        this.count = count;
    }

    /** Whether more bits were read than the data contains. */
    boolean isExhausted() {
        return zeroBytes > count >> 3;
    }

    /** The number of bits read from the last byte before {@link #end}: 1 to 8; 8 if nothing was read. */
    int bitsInLastByte() {
        return 8 - (count & 7);
    }

    /** The offset after the last byte that was read at least partly, including its stuffed zero. */
    int end() {
        int at = next;
        for (int unread = (count >> 3) - zeroBytes; unread > 0; unread--) {
            at = before(at);
        }
        return at;
    }

    /** The start of the data byte that ends before {@code at}. A byte 0xFF takes two bytes in the file, or more with fill bytes. */
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
            refill();
        }
    }

    private void refill() {
        if (limit - next >= Integer.BYTES) {
            long four = file.u32(next);
            if (hasNoOnes((int) four)) {
                bits = bits << Integer.SIZE | four;
                count += Integer.SIZE;
                next += Integer.BYTES;
                return;
            }
        }
        while (count <= Long.SIZE - 8) {
            bits = bits << 8 | nextByte();
            count += 8;
        }
    }

    /** Whether no byte of the word is 0xFF. */
    private static boolean hasNoOnes(int word) {
        return (~word - 0x01010101 & word & 0x80808080) == 0;
    }

    private int nextByte() {
        if (next >= limit) {
            zeroBytes++;
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
            zeroBytes++;
            return 0;
        }
        next = at + 1;
        return value;
    }
}
