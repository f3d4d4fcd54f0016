package dev.darkroom.core.color.icc;

import dev.darkroom.core.Bytes;

/**
 * Big-endian reads from a profile or a part of it, each checked against the bytes that are there. A view: parts share the profile's bytes,
 * so tags that overlap cost nothing twice.
 */
final class IccBytes {
    private final Bytes bytes;

    IccBytes(Bytes bytes) {
        this.bytes = bytes;
    }

    int length() {
        return bytes.length();
    }

    /** The part from {@code offset} to the end of this one. */
    IccBytes from(long offset) throws UnusableProfileException {
        return part(offset, Math.max(0, length() - offset));
    }

    IccBytes part(long offset, long size) throws UnusableProfileException {
        require(offset, size);
        return new IccBytes(bytes.slice((int) offset, (int) size));
    }

    /** Fails unless {@code size} bytes lie at {@code offset}. */
    void require(long offset, long size) throws UnusableProfileException {
        if (offset < 0 || size < 0 || offset > length() || size > length() - offset) {
            throw new UnusableProfileException(
                    "it is cut short: " + size + " bytes are wanted at " + offset + " of " + length());
        }
    }

    int u8(long offset) throws UnusableProfileException {
        require(offset, 1);
        return bytes.u8((int) offset);
    }

    int u16(long offset) throws UnusableProfileException {
        require(offset, 2);
        return bytes.u16((int) offset);
    }

    long u32(long offset) throws UnusableProfileException {
        require(offset, 4);
        return bytes.u32((int) offset);
    }

    /** s15Fixed16Number, ICC.1:2022 4.6. */
    double s15f16(long offset) throws UnusableProfileException {
        return (int) u32(offset) / 65536.0;
    }

    /** Four characters; those that are not printable ASCII become a question mark. */
    String signature(long offset) throws UnusableProfileException {
        require(offset, 4);
        StringBuilder text = new StringBuilder(4);
        for (int i = 0; i < 4; i++) {
            int c = bytes.u8((int) offset + i);
            text.append(c >= 0x20 && c < 0x7f ? (char) c : '?');
        }
        return text.toString();
    }

    /** For tables whose extent has been required before: the part they are in. */
    Bytes table() {
        return bytes;
    }
}
