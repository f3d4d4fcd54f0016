package dev.darkroom.core.jpeg;

import org.jspecify.annotations.Nullable;

/**
 * Which coefficients of a progressive JPEG are not zero: what a refining scan's coding depends on (ITU-T T.81, G.1.2.3). Eight bytes a block;
 * rows of blocks in which all are zero take none.
 */
final class NonzeroCoefficients {
    private final int across;
    private final @Nullable Row[] rows;

    @SuppressWarnings("ArrayRecordComponent") // one of thousands, seen by nobody else
    private record Row(long[] blocks) {}

    NonzeroCoefficients(int across, int down) {
        this.across = across;
        this.rows = new Row[down];
    }

    /** Of a block, a bit for each coefficient in zigzag order. */
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

    /** The first block from this one on that may have any. */
    long nextPossible(long block) {
        long at = block;
        while (at / across < rows.length && rows[(int) (at / across)] == null) {
            at = (at / across + 1) * across;
        }
        return at;
    }
}
