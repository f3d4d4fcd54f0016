package dev.darkroom.core.jpeg;

import org.jspecify.annotations.Nullable;

/**
 * The set of nonzero coefficients of a progressive JPEG. The coding of a refining scan depends on it (ITU-T T.81, G.1.2.3). It needs eight
 * bytes per block. Rows of blocks with only zeros need no memory.
 */
final class NonzeroCoefficients {
    private final int across;
    private final @Nullable Row[] rows;

    @SuppressWarnings("ArrayRecordComponent") // private, and there are thousands of them
    private record Row(long[] blocks) {}

    NonzeroCoefficients(int across, int down) {
        this.across = across;
        this.rows = new Row[down];
    }

    /** The nonzero coefficients of a block, one bit for each in zigzag order. */
    long of(long block) {
        Row row = rows[(int) (block / across)];
        return row == null ? 0 : row.blocks[(int) (block % across)];
    }

    void add(long block, long coefficients) {
        int y = (int) (block / across);
        Row row = rows[y];
        if (row == null) {
            row = new Row(new long[across]);
            rows[y] = row;
        }
        row.blocks[(int) (block % across)] |= coefficients;
    }

    /** The first block at or after this one that may have nonzero coefficients. */
    long nextPossible(long block) {
        long at = block;
        while (at / across < rows.length && rows[(int) (at / across)] == null) {
            at = (at / across + 1) * across;
        }
        return at;
    }
}
