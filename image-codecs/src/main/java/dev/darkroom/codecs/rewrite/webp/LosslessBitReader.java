package dev.darkroom.codecs.rewrite.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;

/** Bits of a VP8L bitstream, the lowest of a byte first (RFC 9649, section 3.3). Not thread-safe. */
final class LosslessBitReader {
    private final Bytes data;
    private int next;
    private long bits;
    private int count;
    private int invented;

    LosslessBitReader(Bytes data, int from) {
        this.data = data;
        this.next = from;
    }

    /** Up to 24 of them. */
    int read(int length) throws ImageException {
        int value = peek(length);
        skip(length);
        return value;
    }

    boolean flag() throws ImageException {
        return read(1) == 1;
    }

    /** Up to 24 of the next bits, zeros where there are no more. */
    int peek(int length) {
        while (count < length) {
            if (next < data.length()) {
                bits |= (long) data.u8(next++) << count;
            } else {
                invented += 8;
            }
            count += 8;
        }
        return (int) bits & (1 << length) - 1;
    }

    /** No more than were peeked at. */
    void skip(int length) throws ImageException {
        bits >>>= length;
        count -= length;
        if (count < invented) {
            throw ImageException.malformed("this WebP ends early, within its lossless picture");
        }
    }

    /** How many bits of the data were read, from its first byte on. */
    long used() {
        return 8L * next + invented - count;
    }
}
