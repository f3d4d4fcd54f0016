package dev.darkroom.hostile.file;

/** Bits of a VP8L bitstream (RFC 9649, section 3), the lowest of a number first. */
public final class Vp8lBits {
    /** The order in which lengths of code length codes come (section 3.7.2.1.2). */
    private static final int[] ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    private final ByteWriter bytes = new ByteWriter().u8(0x2F);
    private long bits;
    private int count;

    /** A header, no transform, no colour cache and one group of prefix codes: the five codes come next. */
    public static Vp8lBits picture(int width, int height) {
        return new Vp8lBits()
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
        return picture(width, height)
                .onlySymbol(0)
                .onlySymbol(0)
                .onlySymbol(0)
                .onlySymbol(255)
                .onlySymbol(0)
                .end(8);
    }

    public Vp8lBits put(int value, int width) {
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
    public Vp8lBits onlySymbol(int symbol) {
        return put(1, 1).put(0, 1).put(1, 1).put(symbol, 8);
    }

    /**
     * A prefix code by the lengths of its codes, each written with four bits: the sixteen lengths have codes of that length themselves.
     *
     * @param lengths of each symbol's code, 0 to 15; all of the alphabet
     */
    public Vp8lBits lengths(int... lengths) {
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
