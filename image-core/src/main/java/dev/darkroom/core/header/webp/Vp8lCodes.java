package dev.darkroom.core.header.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;

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
    private static final int LITERALS = 256;
    private static final int LENGTHS = 24;
    private static final int DISTANCES = 40;
    private static final int MAX_CACHE_BITS = 11;
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
            int cache = cacheBits();
            if (!bits.flag()) {
                return new Vp8lCodes(1, cache);
            }
            int block = 2 + bits.read(3);
            int pixels = blocks(width, block) * blocks(height, block);
            int colors = cacheBits();
            Vp8lPrefixCode green = Vp8lPrefixCode.read(bits, alphabet(colors));
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
            int alphabet = alphabet(cacheBits());
            Vp8lPrefixCode green = Vp8lPrefixCode.read(bits, alphabet);
            Vp8lPrefixCode red = Vp8lPrefixCode.read(bits, LITERALS);
            Vp8lPrefixCode blue = Vp8lPrefixCode.read(bits, LITERALS);
            Vp8lPrefixCode alpha = Vp8lPrefixCode.read(bits, LITERALS);
            Vp8lPrefixCode distance = Vp8lPrefixCode.read(bits, DISTANCES);
            for (int done = 0; done < pixels; ) {
                int symbol = green.next(bits);
                if (symbol < LITERALS) {
                    red.next(bits);
                    blue.next(bits);
                    alpha.next(bits);
                    done++;
                } else if (symbol < LITERALS + LENGTHS) {
                    done += value(symbol - LITERALS);
                    value(distance.next(bits));
                } else {
                    done++;
                }
            }
        }

        /** Reads a length or distance for its prefix (section 3.6.2.2). */
        private int value(int prefix) throws ImageException {
            if (prefix < 4) {
                return prefix + 1;
            }
            int extra = prefix - 2 >> 1;
            return (2 + (prefix & 1) << extra) + bits.read(extra) + 1;
        }

        private int cacheBits() throws ImageException {
            if (!bits.flag()) {
                return 0;
            }
            int size = bits.read(4);
            if (size < 1 || size > MAX_CACHE_BITS) {
                throw ImageException.malformed("this WebP's lossless picture has a colour cache of " + size + " bits");
            }
            return size;
        }

        private static int alphabet(int cacheBits) {
            return LITERALS + LENGTHS + (cacheBits > 0 ? 1 << cacheBits : 0);
        }

        private static int blocks(int side, int bits) {
            return side + (1 << bits) - 1 >> bits;
        }
    }
}
