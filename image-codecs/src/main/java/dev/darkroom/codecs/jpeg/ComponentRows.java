package dev.darkroom.codecs.jpeg;

import dev.darkroom.core.jpeg.EntropyTokens;
import java.util.Arrays;

/** One component's samples of a row of MCUs, and the blocks they become. Rows are padded with their last sample, and with the last row. */
final class ComponentRows {
    private static final int COEFFICIENTS = 64;
    private static final int END_OF_BLOCK = 0;
    private static final int SIXTEEN_ZEROS = 0xF0;
    private static final int MOST_ZEROS = 15;

    private final int width;
    private final int slot;
    private final byte[][] rows;
    private final ForwardDct dct;
    private final short[] coefficients;
    private final long[] set;
    private final int across;
    private int predicted;

    /**
     * @param columns width, padded to whole MCUs
     * @param count rows in an MCU, a multiple of 8
     * @param slot of its DC table
     */
    ComponentRows(int width, int columns, int count, int[] quanta, int slot) {
        this.width = width;
        this.slot = slot;
        this.rows = new byte[count][columns];
        this.dct = new ForwardDct(columns, quanta);
        this.across = columns / ForwardDct.SIZE;
        int blocks = across * count / ForwardDct.SIZE;
        this.coefficients = new short[blocks * COEFFICIENTS];
        this.set = new long[blocks];
    }

    static long bytes(int columns, int count) {
        return (long) columns * count * 4 + ForwardDct.bytes(columns);
    }

    /** The samples of a row, to be filled up to the component's width and then {@link #pad}ded. */
    byte[] row(int index) {
        return rows[index];
    }

    void pad(int row) {
        Arrays.fill(rows[row], width, rows[row].length, rows[row][width - 1]);
    }

    /**
     * Makes coefficients of the samples.
     *
     * @param filled rows that are there; the others repeat the last
     */
    void transform(int filled) {
        for (int row = filled; row < rows.length; row++) {
            System.arraycopy(rows[filled - 1], 0, rows[row], 0, rows[row].length);
        }
        for (int down = 0, block = 0; down < rows.length / ForwardDct.SIZE; down++) {
            dct.transform(rows, down * ForwardDct.SIZE);
            for (int x = 0; x < across; x++, block++) {
                set[block] = dct.block(x, coefficients, block * COEFFICIENTS);
            }
        }
    }

    /** Puts a block's tokens (T.81, F.1.2). */
    void code(int down, int x, EntropyTokens tokens) {
        int block = down * across + x;
        int[] run = tokens.room(EntropyTokens.MOST_PER_BLOCK);
        int end = tokens.end();
        int at = block * COEFFICIENTS;
        int dc = (set[block] & 1) == 0 ? 0 : coefficients[at];
        run[end++] = token(slot, 0, dc - predicted);
        predicted = dc;
        int ac = slot | EntropyTokens.FIRST_AC_SLOT;
        int last = 0;
        for (long left = set[block] & ~1L; left != 0; left &= left - 1) {
            int place = Long.numberOfTrailingZeros(left);
            int zeros = place - last - 1;
            for (; zeros > MOST_ZEROS; zeros -= MOST_ZEROS + 1) {
                run[end++] = ac << 8 | SIXTEEN_ZEROS;
            }
            run[end++] = token(ac, zeros, coefficients[at + place]);
            last = place;
        }
        if (last < COEFFICIENTS - 1) {
            run[end++] = ac << 8 | END_OF_BLOCK;
        }
        tokens.filled(end);
    }

    /** The symbol says how many bits follow; a negative value's are those of the value below it. */
    private static int token(int slot, int zeros, int value) {
        int size = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(value));
        int bits = value + (value >> 31) & (1 << size) - 1;
        return bits << EntropyTokens.SYMBOL_BITS | slot << 8 | zeros << 4 | size;
    }
}
