package dev.darkroom.codecs.rewrite.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.webp.Vp8lBitReader;
import dev.darkroom.core.webp.Vp8lCodeGroup;

/**
 * Finds the end of the last pixel's code in a VP8L bitstream (RFC 9649, section 3) by reading all codes. It stores no pixels of the
 * picture. It stores only the entropy image, which selects the prefix codes for each block and has at most one pixel for each 16 pixels.
 */
final class LosslessDataEnd {
    private static final int PIXELS_PER_CHECK = 1 << 16;
    /** Block size that is larger than any picture, as an exponent of two. */
    private static final int ONE_BLOCK = 30;

    private final Vp8lBitReader bits;
    private final Deadline deadline;
    private int width;
    private final int height;

    private LosslessDataEnd(Bytes data, int from, int width, int height, Deadline deadline) {
        this.deadline = deadline;
        this.bits = new Vp8lBitReader(data, from);
        this.width = width;
        this.height = height;
    }

    /**
     * Returns the number of bits of {@code data} up to the end of the last code.
     *
     * @param from offset of the first byte after the header, where transforms start
     */
    static long of(Bytes data, int from, int width, int height, Deadline deadline) throws ImageException {
        LosslessDataEnd end = new LosslessDataEnd(data, from, width, height, deadline);
        end.transforms();
        end.picture();
        return end.bits.used();
    }

    private void transforms() throws ImageException {
        int seen = 0;
        while (bits.flag()) {
            int type = bits.read(2);
            if ((seen & 1 << type) != 0) {
                throw ImageException.malformed("this WebP's lossless picture has the same transform twice");
            }
            seen |= 1 << type;
            if (type < 2) {
                int block = 2 + bits.read(3);
                readSingleGroup(blocks(width, block), blocks(height, block));
            } else if (type == 3) {
                int colors = 1 + bits.read(8);
                readSingleGroup(colors, 1);
                width = blocks(width, colors <= 2 ? 3 : colors <= 4 ? 2 : colors <= 16 ? 1 : 0);
            }
        }
    }

    /** Reads a picture with a single group of prefix codes. */
    private void readSingleGroup(int across, int down) throws ImageException {
        Vp8lCodeGroup codes = Vp8lCodeGroup.read(bits, Vp8lCodeGroup.cacheBits(bits));
        pixels(new Vp8lCodeGroup[] {codes}, new int[1], ONE_BLOCK, across, down);
    }

    private void picture() throws ImageException {
        int cache = Vp8lCodeGroup.cacheBits(bits);
        if (!bits.flag()) {
            pixels(new Vp8lCodeGroup[] {Vp8lCodeGroup.read(bits, cache)}, new int[1], ONE_BLOCK, width, height);
            return;
        }
        int block = 2 + bits.read(3);
        int colors = Vp8lCodeGroup.cacheBits(bits);
        int[] numbers = LosslessPixels.read(
                bits, Vp8lCodeGroup.read(bits, colors), blocks(width, block), blocks(height, block), colors);
        int most = 0;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = numbers[i] >> 8 & 0xFFFF;
            most = Math.max(most, numbers[i]);
        }
        boolean[] occurring = new boolean[most + 1];
        for (int number : numbers) {
            occurring[number] = true;
        }
        Vp8lCodeGroup[] groups = new Vp8lCodeGroup[most + 1];
        Vp8lCodeGroup last = null;
        for (int i = 0; i <= most; i++) {
            Vp8lCodeGroup group = Vp8lCodeGroup.read(bits, cache);
            groups[i] = occurring[i] || last == null ? group : last;
            last = groups[i];
        }
        pixels(groups, numbers, block, width, height);
    }

    /**
     * @param numbers index of the prefix code group for each block, row by row
     */
    private void pixels(Vp8lCodeGroup[] groups, int[] numbers, int block, int width, int height) throws ImageException {
        int across = blocks(width, block);
        int mask = (1 << block) - 1;
        long total = (long) width * height;
        long at = 0;
        int x = 0;
        int y = 0;
        Vp8lCodeGroup codes = groups[numbers[0]];
        long nextCheck = PIXELS_PER_CHECK;
        while (at < total) {
            if (at >= nextCheck) {
                deadline.check();
                nextCheck = at + PIXELS_PER_CHECK;
            }
            if (codes.isFree()) {
                // Up to the end of the block in this row, or up to the end of the picture if there is one group.
                int length = (int) (groups.length == 1 ? total - at : Math.min(mask + 1 - (x & mask), width - x));
                at += length;
                y += (x + length) / width;
                x = (x + length) % width;
                codes = at < total ? groups[numbers[(y >> block) * across + (x >> block)]] : codes;
                continue;
            }
            int symbol = codes.green().next(bits);
            int length = 1;
            if (symbol < Vp8lCodeGroup.LITERALS) {
                codes.red().next(bits);
                codes.blue().next(bits);
                codes.alpha().next(bits);
            } else if (symbol < Vp8lCodeGroup.LITERALS + Vp8lCodeGroup.LENGTHS) {
                length = Vp8lCodeGroup.value(bits, symbol - Vp8lCodeGroup.LITERALS);
                Vp8lCodeGroup.value(bits, codes.distance().next(bits));
                if (length > total - at) {
                    throw ImageException.malformed("this WebP's lossless picture has more pixels than it declares");
                }
            }
            at += length;
            x += length;
            boolean sameBlock = (x & mask) != 0 && length == 1;
            if (x >= width) {
                y += x / width;
                x %= width;
                sameBlock = false;
            }
            if (!sameBlock && at < total) {
                codes = groups[numbers[(y >> block) * across + (x >> block)]];
            }
        }
    }

    private static int blocks(int side, int bits) {
        return (int) ((long) side + (1L << bits) - 1 >> bits);
    }
}
