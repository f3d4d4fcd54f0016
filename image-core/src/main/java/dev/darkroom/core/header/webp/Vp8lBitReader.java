package dev.darkroom.core.header.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;

/** Reads the bits of a VP8L bitstream, lowest bit of each byte first (RFC 9649, section 3.3). Not thread-safe. */
final class Vp8lBitReader {
    private final Bytes data;
    private final long end;
    private long at;

    /**
     * @param from index of the byte that contains the first bit
     */
    Vp8lBitReader(Bytes data, int from) {
        this.data = data;
        this.at = 8L * from;
        this.end = 8L * data.length();
    }

    /** Reads up to 18 bits. The first bit is the lowest of the result. */
    int read(int count) throws ImageException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value |= bit() << i;
        }
        return value;
    }

    boolean flag() throws ImageException {
        return bit() == 1;
    }

    int bit() throws ImageException {
        if (at >= end) {
            throw ImageException.malformed("this WebP ends early, inside the data of its lossless picture");
        }
        int bit = data.u8((int) (at >> 3)) >> (int) (at & 7) & 1;
        at++;
        return bit;
    }

    long left() {
        return end - at;
    }
}
