package dev.darkroom.core.header.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.core.webp.Vp8lBitReader;
import dev.darkroom.core.webp.Vp8lCodeGroup;
import dev.darkroom.core.webp.Vp8lPrefixCode;

/**
 * The number of prefix code groups of a VP8L bitstream, found without decoding the pixels (RFC 9649, section 3). A group needs 12 to
 * 20 kB in a decoder, but only three to seven bytes in the file. A file can have 65,536 groups, independent of the size of the picture.
 *
 * @param groups upper bound for the number of groups; 0 if there is no such bitstream
 * @param cacheBits bits of the colour cache
 */
public record Vp8lCodes(int groups, int cacheBits) {
    static final Vp8lCodes NONE = new Vp8lCodes(0, 0);

    private static final int HEADER = 5;
    private static final int LITERALS = Vp8lCodeGroup.LITERALS;
    /** Minimum bits of a group: five codes with one symbol each. */
    private static final int MIN_GROUP_BITS = 5 * 4;
    /** libwebp counts the groups in use only if the largest group number exceeds this. */
    private static final int NOT_COUNTED = 1000;

    /** Reads the codes of a VP8L chunk whose header has been read. */
    static Vp8lCodes ofPicture(Bytes data, Size size) throws ImageException {
        return new Walk(new Vp8lBitReader(data, HEADER), size).codes();
    }

    /** Reads the codes of an ALPH chunk. Returns {@link #NONE} if it is not compressed. */
    static Vp8lCodes ofAlpha(Bytes data, Size size) throws ImageException {
        boolean compressed = !data.isEmpty() && (data.u8(0) & 3) == 1;
        return compressed ? new Walk(new Vp8lBitReader(data, 1), size).codes() : NONE;
    }

    /** Bytes that libwebp allocates for the groups: for each code, tables of 11 and 8 bits, and one record per group. */
    public long bytes() {
        return groups * (4L * (2960 + (1 << cacheBits)) + 576);
    }

    /** Reads the bitstream from the transforms to the point where the number of groups is known. */
    private static final class Walk {
        private final Vp8lBitReader bits;
        private final int height;
        private int width;

        Walk(Vp8lBitReader bits, Size size) {
            this.bits = bits;
            this.width = size.width();
            this.height = size.height();
        }

        Vp8lCodes codes() throws ImageException {
            int seen = 0;
            while (bits.flag()) {
                int type = bits.read(2);
                if ((seen & 1 << type) != 0) {
                    throw ImageException.malformed("this WebP's lossless picture has the same transform twice");
                }
                seen |= 1 << type;
                transform(type);
            }
            int cache = Vp8lCodeGroup.cacheBits(bits);
            if (!bits.flag()) {
                return new Vp8lCodes(1, cache);
            }
            int block = 2 + bits.read(3);
            int pixels = blocks(width, block) * blocks(height, block);
            int colors = Vp8lCodeGroup.cacheBits(bits);
            Vp8lPrefixCode green = Vp8lPrefixCode.read(bits, Vp8lCodeGroup.alphabet(colors));
            Vp8lPrefixCode red = Vp8lPrefixCode.read(bits, LITERALS);
            // The red and green values of a pixel form the group number.
            int named = (red.largest(LITERALS) << 8) + green.largest(LITERALS) + 1;
            int occurring = named <= NOT_COUNTED ? named : red.count(LITERALS) * green.count(LITERALS);
            long most = Math.min(Math.min(occurring, pixels), bits.left() / MIN_GROUP_BITS);
            return new Vp8lCodes((int) Math.max(1, most), cache);
        }

        private void transform(int type) throws ImageException {
            switch (type) {
                case 0, 1 -> {
                    int block = 2 + bits.read(3);
                    pass(blocks(width, block) * blocks(height, block));
                }
                case 3 -> {
                    int colors = 1 + bits.read(8);
                    pass(colors);
                    width = blocks(width, colors <= 2 ? 3 : colors <= 4 ? 2 : colors <= 16 ? 1 : 0);
                }
                default -> {}
            }
        }

        /** Skips an entropy-coded image of this number of pixels. It has a single group. */
        private void pass(int pixels) throws ImageException {
            Vp8lCodeGroup codes = Vp8lCodeGroup.read(bits, Vp8lCodeGroup.cacheBits(bits));
            for (int done = 0; done < pixels; ) {
                int symbol = codes.green().next(bits);
                if (symbol < LITERALS) {
                    codes.red().next(bits);
                    codes.blue().next(bits);
                    codes.alpha().next(bits);
                    done++;
                } else if (symbol < LITERALS + Vp8lCodeGroup.LENGTHS) {
                    done += Vp8lCodeGroup.value(bits, symbol - LITERALS);
                    Vp8lCodeGroup.value(bits, codes.distance().next(bits));
                } else {
                    done++;
                }
            }
        }

        private static int blocks(int side, int bits) {
            return side + (1 << bits) - 1 >> bits;
        }
    }
}
