package dev.darkroom.codecs.rewrite.webp;

import dev.darkroom.core.ImageException;

/** The five prefix codes of a part of a VP8L picture (RFC 9649, section 3.7.2). */
record PrefixCodeGroup(
        LosslessPrefixCode green,
        LosslessPrefixCode red,
        LosslessPrefixCode blue,
        LosslessPrefixCode alpha,
        LosslessPrefixCode distance) {
    static final int LITERALS = 256;
    static final int LENGTHS = 24;
    private static final int DISTANCES = 40;

    static PrefixCodeGroup read(LosslessBitReader bits, int cacheBits) throws ImageException {
        int alphabet = LITERALS + LENGTHS + (cacheBits > 0 ? 1 << cacheBits : 0);
        return new PrefixCodeGroup(
                LosslessPrefixCode.read(bits, alphabet),
                LosslessPrefixCode.read(bits, LITERALS),
                LosslessPrefixCode.read(bits, LITERALS),
                LosslessPrefixCode.read(bits, LITERALS),
                LosslessPrefixCode.read(bits, DISTANCES));
    }

    /** Whether all pixels of the group are equal and use no bits. */
    boolean isFree() {
        return green.only() >= 0 && green.only() < LITERALS && red.only() >= 0 && blue.only() >= 0 && alpha.only() >= 0;
    }

    /** Reads a length or distance for its prefix (section 3.6.2.2). */
    static int value(LosslessBitReader bits, int prefix) throws ImageException {
        if (prefix < 4) {
            return prefix + 1;
        }
        int extra = prefix - 2 >> 1;
        return (2 + (prefix & 1) << extra) + bits.read(extra) + 1;
    }
}
