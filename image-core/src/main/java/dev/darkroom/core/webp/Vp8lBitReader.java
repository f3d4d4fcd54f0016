package dev.darkroom.core.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;

/** Reads bits of a VP8L bitstream, lowest bit of each byte first (RFC 9649, section 3.3). Not thread-safe. */
public final class Vp8lBitReader {
    private final Bytes data;
    private int next;
    private long bits;
    private int count;
    private int bitsPastEnd;

    /**
     * @param from index of the byte that contains the first bit
     */
    public Vp8lBitReader(Bytes data, int from) {
        this.data = data;
        this.next = from;
    }

    /**
     * Reads up to 24 bits.
     *
     * @throws ImageException malformed if the data ends before
     */
    public int read(int length) throws ImageException {
        int value = peek(length);
        skip(length);
        return value;
    }

    public boolean flag() throws ImageException {
        return read(1) == 1;
    }

    /** Returns up to 24 of the next bits without consuming them. After the end of the data the bits are zero. */
    int peek(int length) {
        while (count < length) {
            if (next < data.length()) {
                bits |= (long) data.u8(next++) << count;
            } else {
                bitsPastEnd += 8;
            }
            count += 8;
        }
        return (int) bits & (1 << length) - 1;
    }

    /**
     * Consumes bits. The count must not exceed the last {@link #peek}.
     *
     * @throws ImageException malformed if the data ends before
     */
    void skip(int length) throws ImageException {
        bits >>>= length;
        count -= length;
        if (count < bitsPastEnd) {
            throw ImageException.malformed("this WebP ends early, within its lossless picture");
        }
    }

    /** Number of bits consumed, counted from the first byte of the data. */
    public long used() {
        return 8L * next + bitsPastEnd - count;
    }

    /** Number of bits of the data that are not consumed. */
    public long left() {
        return 8L * data.length() - used();
    }
}
