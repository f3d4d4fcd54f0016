package dev.darkroom.pipeline.resample;

import dev.darkroom.core.resample.PlaneResize;
import dev.darkroom.core.resample.SourceRows;
import dev.darkroom.core.resample.StripKernel;
import dev.darkroom.spi.codec.Plane;

/**
 * Goes over a strip from left to right: source columns are summed down to target rows and turned, then target samples whose columns have
 * all come are summed across, rows side by side. Loops run over as many floats as the JIT's vectorizer needs to be worth it.
 */
final class ScalarKernel implements StripKernel {
    /** Rows that are summed across together. */
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
