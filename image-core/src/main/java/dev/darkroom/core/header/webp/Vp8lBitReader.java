package dev.darkroom.core.header.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;

/** Bits of a VP8L bitstream, the lowest of a byte first (RFC 9649, section 3.3). Not thread-safe. */
final class Vp8lBitReader {
    private final Bytes data;
    private final long end;
    private long at;

    /**
     * @param from the byte that the first bit is in
     */
    Vp8lBitReader(Bytes data, int from) {
        this.data = data;
        this.at = 8L * from;
        this.end = 8L * data.length();
    }

    /** Up to 18 of them, the first one lowest. */
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
            throw ImageException.malformed("this WebP ends early, among what codes its lossless picture");
        }
        int bit = data.u8((int) (at >> 3)) >> (int) (at & 7) & 1;
        at++;
        return bit;
    }

    long left() {
        return end - at;
    }
}
