package dev.darkroom.hostile.file;

import java.util.Arrays;

/** Writes the bits of a VP8L bitstream (RFC 9649, section 3), the lowest bit of a number first. */
public final class Vp8lBitWriter {
    /** The order of the lengths of the code length codes (section 3.7.2.1.2). */
    private static final int[] ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    private final ByteWriter bytes = new ByteWriter().u8(0x2F);
    private long bits;
    private int count;

    /** Starts a picture with a header, no transform, no colour cache and one group of prefix codes. The caller adds the five codes. */
    public static Vp8lBitWriter picture(int width, int height) {
        return new Vp8lBitWriter()
                .put(width - 1, 14)
                .put(height - 1, 14)
                .put(0, 1)
                .put(0, 3)
                .put(0, 1)
                .put(0, 1)
                .put(0, 1);
    }

    /** A complete picture of black pixels. A pixel needs no bits. */
    public static byte[] flat(int width, int height) {
        return picture(width, height).flatCodes().end(8);
    }

    /** A square picture with one group of prefix codes per block of 4 x 4 pixels, up to 65,536 groups. Each group needs 7 bytes. */
    public static byte[] groups(int side) {
        Vp8lBitWriter bits =
                new Vp8lBitWriter().put(side - 1, 14).put(side - 1, 14).put(0, 4);
        return bits.manyGroups(side).end(16);
    }

    /** The same as alpha of a lossy picture: the data of an ALPH chunk. */
    public static byte[] groupsOfAlpha(int side) {
        Vp8lBitWriter bits = new Vp8lBitWriter();
        byte[] chunk = bits.manyGroups(side).end(16);
        // the first byte is the compression method; in a VP8L picture it is a signature
        chunk[0] = 1;
        return chunk;
    }

    /** Writes no transform and no colour cache, then a picture whose pixels each select a group, then the groups. */
    private Vp8lBitWriter manyGroups(int side) {
        int blocks = (side / 4) * (side / 4);
        int[] all = new int[256];
        Arrays.fill(all, 8);
        put(0, 1).put(0, 1).put(1, 1).put(0, 3).put(0, 1);
        lengths(Arrays.copyOf(all, 256 + 24))
                .lengths(all)
                .onlySymbol(0)
                .onlySymbol(255)
                .onlySymbol(0);
        for (int i = 0; i < blocks; i++) {
            put(Integer.reverse(i & 0xFF) >>> 24, 8).put(Integer.reverse(i >> 8 & 0xFF) >>> 24, 8);
        }
        for (int i = 0; i < Math.min(blocks, 1 << 16); i++) {
            onlySymbol(i & 0xFF).onlySymbol(0).onlySymbol(0).onlySymbol(255).onlySymbol(0);
        }
        return this;
    }

    /** A flat picture of 64 x 64 pixels that has the same transform twice. */
    public static byte[] twice(int type) {
        Vp8lBitWriter bits = new Vp8lBitWriter().put(63, 14).put(63, 14).put(0, 4);
        for (int i = 0; i < 2; i++) {
            bits.put(1, 1).put(type, 2);
            if (type != 2) {
                bits.put(0, type == 3 ? 8 : 3).put(0, 1).flatCodes();
            }
        }
        return bits.put(0, 3).flatCodes().end(8);
    }

    /** A picture of 64 x 64 pixels with a colour cache of the given number of bits. */
    public static byte[] cached(int cacheBits) {
        Vp8lBitWriter bits = new Vp8lBitWriter().put(63, 14).put(63, 14).put(0, 4);
        return bits.put(0, 1).put(1, 1).put(cacheBits, 4).put(0, 1).flatCodes().end(8);
    }

    private Vp8lBitWriter flatCodes() {
        return onlySymbol(0).onlySymbol(0).onlySymbol(0).onlySymbol(255).onlySymbol(0);
    }

    public Vp8lBitWriter put(int value, int width) {
        bits |= (value & (1L << width) - 1) << count;
        count += width;
        while (count >= 8) {
            bytes.u8((int) bits);
            bits >>>= 8;
            count -= 8;
        }
        return this;
    }

    /** Adds a prefix code of one symbol, which needs no bits. */
    public Vp8lBitWriter onlySymbol(int symbol) {
        return put(1, 1).put(0, 1).put(1, 1).put(symbol, 8);
    }

    /**
     * Adds a prefix code by the lengths of its codes. Each length is written with four bits, because all sixteen code length codes have
     * that length.
     *
     * @param lengths length of the code of each symbol of the alphabet, 0 to 15
     */
    public Vp8lBitWriter lengths(int... lengths) {
        put(0, 1).put(ORDER.length - 4, 4);
        for (int symbol : ORDER) {
            put(symbol < 16 ? 4 : 0, 3);
        }
        put(0, 1);
        for (int length : lengths) {
            put(Integer.reverse(length) >>> 28, 4);
        }
        return this;
    }

    /** The bitstream, with a number of zero bytes as pixel data. */
    public byte[] end(int zeros) {
        return put(0, 7).bytes.repeat(zeros, 0).toBytes();
    }
}
