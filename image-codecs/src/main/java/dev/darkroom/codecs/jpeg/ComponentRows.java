package dev.darkroom.codecs.jpeg;

import dev.darkroom.core.jpeg.EntropyTokens;
import java.util.Arrays;

/**
 * The samples of one component in a row of MCUs, and their coefficient blocks. Rows are padded with their last sample. Missing rows repeat
 * the last row.
 */
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
     * @param columns width in samples, padded to whole MCUs
     * @param count rows of samples in an MCU, a multiple of 8
     * @param slot slot of the DC table
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

    /** The samples of a row. The caller fills the row up to the component's width and then calls {@link #pad}. */
    byte[] row(int index) {
        return rows[index];
    }

    void pad(int row) {
        Arrays.fill(rows[row], width, rows[row].length, rows[row][width - 1]);
    }

    /**
     * Transforms the samples to quantized coefficients.
     *
     * @param filled number of valid rows; the remaining rows repeat the last one
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

    /** Appends the tokens of one block (T.81, F.1.2). */
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

    /** Makes one token. The symbol contains the number of additional bits. A negative value is coded with the bits of {@code value - 1}. */
    private static int token(int slot, int zeros, int value) {
        int size = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(value));
        int bits = value + (value >> 31) & (1 << size) - 1;
        return bits << EntropyTokens.SYMBOL_BITS | slot << 8 | zeros << 4 | size;
    }
}
