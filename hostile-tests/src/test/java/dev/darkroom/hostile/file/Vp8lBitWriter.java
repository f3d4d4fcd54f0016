package dev.darkroom.hostile.file;

import java.util.Arrays;

/** Bits of a VP8L bitstream (RFC 9649, section 3), the lowest of a number first. */
public final class Vp8lBitWriter {
    /** The order in which lengths of code length codes come (section 3.7.2.1.2). */
    private static final int[] ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    private final ByteWriter bytes = new ByteWriter().u8(0x2F);
    private long bits;
    private int count;

    /** A header, no transform, no colour cache and one group of prefix codes: the five codes come next. */
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

    /** A whole picture in which all pixels are black: none of them takes a bit. */
    public static byte[] flat(int width, int height) {
        return picture(width, height).flatCodes().end(8);
    }

    /** As many groups of prefix codes as a square picture of the side has blocks of 4 x 4 pixels, up to 65,536; each takes 7 bytes. */
    public static byte[] groups(int side) {
        Vp8lBitWriter bits =
                new Vp8lBitWriter().put(side - 1, 14).put(side - 1, 14).put(0, 4);
        return bits.manyGroups(side).end(16);
    }

    /** The same as the alpha of a lossy picture: an ALPH chunk's data. */
    public static byte[] groupsOfAlpha(int side) {
        Vp8lBitWriter bits = new Vp8lBitWriter();
        byte[] chunk = bits.manyGroups(side).end(16);
        // its first byte says how it is compressed, where a picture's is a signature
        chunk[0] = 1;
        return chunk;
    }

    /** No transform, no colour cache; then a picture whose pixels name a group each, and the groups. */
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

    /** A picture of 64 x 64 that is transformed twice in one way, and else as flat as can be. */
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

    /** A picture of 64 x 64 with a colour cache of so many bits. */
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

    /** A prefix code of one symbol, which then takes no bits. */
    public Vp8lBitWriter onlySymbol(int symbol) {
        return put(1, 1).put(0, 1).put(1, 1).put(symbol, 8);
    }

    /**
     * A prefix code by the lengths of its codes, each written with four bits: the sixteen lengths have codes of that length themselves.
     *
     * @param lengths of each symbol's code, 0 to 15; all of the alphabet
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

    /** The bitstream, with so many zero bytes of pixels. */
    public byte[] end(int zeros) {
        return put(0, 7).bytes.repeat(zeros, 0).toBytes();
    }
}
