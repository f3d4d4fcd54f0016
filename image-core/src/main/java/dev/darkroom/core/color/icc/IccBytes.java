package dev.darkroom.core.color.icc;

import dev.darkroom.core.Bytes;

/**
 * Bounds-checked big-endian reads from a profile or a part of it. It is a view: parts share the profile's bytes, so overlapping tags need
 * no extra memory.
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

    /** Fails if there are fewer than {@code size} bytes at {@code offset}. */
    void require(long offset, long size) throws UnusableProfileException {
        if (offset < 0 || size < 0 || offset > length() || size > length() - offset) {
            throw new UnusableProfileException(
                    "it is cut short: " + size + " bytes are needed at offset " + offset + " of " + length());
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

    /** Reads four characters. A character that is not printable ASCII becomes a question mark. */
    String signature(long offset) throws UnusableProfileException {
        require(offset, 4);
        StringBuilder text = new StringBuilder(4);
        for (int i = 0; i < 4; i++) {
            int c = bytes.u8((int) offset + i);
            text.append(c >= 0x20 && c < 0x7f ? (char) c : '?');
        }
        return text.toString();
    }

    /** The bytes of this part, for a table whose size was checked before. */
    Bytes table() {
        return bytes;
    }
}
