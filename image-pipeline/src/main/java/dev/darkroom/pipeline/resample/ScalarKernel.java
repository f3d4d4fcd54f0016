package dev.darkroom.pipeline.resample;

import dev.darkroom.core.resample.PlaneResize;
import dev.darkroom.core.resample.SourceRows;
import dev.darkroom.core.resample.StripKernel;
import dev.darkroom.spi.codec.Plane;

/**
 * The portable kernel. It processes a strip from left to right. It sums source columns vertically to target rows and transposes them. Then
 * it sums the target samples whose columns are all present horizontally, over many rows together. Each loop covers enough floats for the
 * JIT's vectorizer to pay off.
 */
final class ScalarKernel implements StripKernel {
    /** Number of rows that are summed horizontally together. */
    static final int ROWS = 64;

    private final PlaneResize resize;
    private final ColumnSums columns;
    private final RowSums rows;
    private final BlockWriter target;

    ScalarKernel(PlaneResize resize, Plane plane) {
        this.resize = resize;
        this.columns = new ColumnSums(resize);
        this.rows = new RowSums(resize);
        this.target = new BlockWriter(resize, plane);
    }

    @Override
    public void make(PlaneResize.Strip strip, SourceRows source) {
        int done = 0;
        rows.open();
        while (done < resize.targetColumns()) {
            columns.sum(strip, source, rows.position(done), rows);
            while (done < resize.targetColumns() && rows.has(done)) {
                int count = rows.sum(done);
                int first = resize.across().mirrored() ? resize.targetColumns() - done - count : done;
                target.write(rows.levels(), strip, first, count);
                done += count;
            }
        }
    }
}
