package dev.darkroom.core.webp;

import dev.darkroom.core.ImageException;

/** The five prefix codes of a part of a VP8L picture (RFC 9649, section 3.7.2). */
public record Vp8lCodeGroup(
        Vp8lPrefixCode green, Vp8lPrefixCode red, Vp8lPrefixCode blue, Vp8lPrefixCode alpha, Vp8lPrefixCode distance) {
    public static final int LITERALS = 256;
    public static final int LENGTHS = 24;
    private static final int LARGEST_CACHE = 11;
    private static final int DISTANCES = 40;

    /**
     * Reads the codes of a group.
     *
     * @param cacheBits bits of the colour cache; 0 if there is none
     */
    public static Vp8lCodeGroup read(Vp8lBitReader bits, int cacheBits) throws ImageException {
        return new Vp8lCodeGroup(
                Vp8lPrefixCode.read(bits, alphabet(cacheBits)),
                Vp8lPrefixCode.read(bits, LITERALS),
                Vp8lPrefixCode.read(bits, LITERALS),
                Vp8lPrefixCode.read(bits, LITERALS),
                Vp8lPrefixCode.read(bits, DISTANCES));
    }

    /** Reads the bits of the colour cache (section 3.6.2.3); 0 if there is none. */
    public static int cacheBits(Vp8lBitReader bits) throws ImageException {
        if (!bits.flag()) {
            return 0;
        }
        int size = bits.read(4);
        if (size < 1 || size > LARGEST_CACHE) {
            throw ImageException.malformed("this WebP's lossless picture has a colour cache of " + size + " bits");
        }
        return size;
    }

    /** Number of symbols of the green code: literals, lengths and entries of the colour cache. */
    public static int alphabet(int cacheBits) {
        return LITERALS + LENGTHS + (cacheBits > 0 ? 1 << cacheBits : 0);
    }

    /** Whether all pixels of the group are equal and use no bits. */
    public boolean isFree() {
        return green.only() >= 0 && green.only() < LITERALS && red.only() >= 0 && blue.only() >= 0 && alpha.only() >= 0;
    }

    /** Reads a length or distance for its prefix (section 3.6.2.2). */
    public static int value(Vp8lBitReader bits, int prefix) throws ImageException {
        if (prefix < 4) {
            return prefix + 1;
        }
        int extra = prefix - 2 >> 1;
        return (2 + (prefix & 1) << extra) + bits.read(extra) + 1;
    }
}
