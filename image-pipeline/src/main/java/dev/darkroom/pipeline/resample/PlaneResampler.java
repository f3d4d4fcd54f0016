package dev.darkroom.pipeline.resample;

import dev.darkroom.core.resample.Taps;
import dev.darkroom.spi.Plane;

/**
 * Streams one plane: source rows become floats once and wait in a ring; each target row is a weighted sum of them, put as a column into
 * a block; a full block goes through the horizontal pass, {@link PlaneResize#LANES} rows side by side.
 */
final class PlaneResampler {
    private static final int LANES = PlaneResize.LANES;

    private final PlaneResize resize;
    private final PlaneTarget target;
    private final Taps vertical;
    private final RowRing ring;
    private final float[][] tapRows;
    private final float[] row;
    private final float[] block;
    private final HorizontalPass horizontal;
    /** Target rows done, counted in the order of the source's rows. */
    private int done;
    /** Rows in the block. */
    private int blocked;

    PlaneResampler(PlaneResize resize, PlaneTarget target) {
        this.resize = resize;
        this.target = target;
        this.vertical = resize.vertical();
        this.ring = new RowRing(resize);
        this.tapRows = new float[vertical.count()][];
        this.row = new float[resize.rowFloats()];
        this.block = new float[resize.rowFloats() * LANES];
        this.horizontal = new HorizontalPass(resize);
    }

    /**
     * @param top the plane's row number of the band's first row
     */
    void accept(Plane band, int top) {
        for (int i = 0; i < band.rows() && done < resize.targetRows(); i++) {
            int sourceRow = top + i;
            if (sourceRow >= vertical.first()[targetRow(done)]) {
                ring.put(sourceRow, band, i);
                produce(sourceRow);
            }
        }
    }

    void finish() {
        if (blocked > 0) {
            flush();
        }
    }

    /** Makes every target row whose last tap has come. */
    private void produce(int sourceRow) {
        while (done < resize.targetRows()) {
            int at = targetRow(done);
            int first = vertical.first()[at];
            if (first + vertical.count() - 1 > sourceRow) {
                return;
            }
            for (int k = 0; k < vertical.count(); k++) {
                tapRows[k] = ring.row(first + k);
            }
            WeightedSum.ofRows(row, tapRows, vertical.weights(), at * vertical.count(), vertical.count());
            intoBlock();
            done++;
            if (blocked == LANES) {
                flush();
            }
        }
    }

    private int targetRow(int index) {
        return resize.mirrored() ? resize.targetRows() - 1 - index : index;
    }

    private void intoBlock() {
        int lane = blocked++;
        for (int x = 0, at = lane; x < row.length; x++, at += LANES) {
            block[at] = row[x];
        }
    }

    private void flush() {
        byte[] pixels = horizontal.run(block);
        int first = targetRow(done - blocked);
        int step = resize.mirrored() ? -1 : 1;
        target.write(pixels, LANES, blocked, first, step, resize.targetColumns());
        blocked = 0;
    }
}
