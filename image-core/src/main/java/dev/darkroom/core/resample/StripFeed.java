package dev.darkroom.core.resample;

import dev.darkroom.spi.codec.Plane;

/**
 * Splits the bands of one plane into strips. It first copies the source rows of a strip into one byte array. A kernel reads them column by
 * column and would otherwise have a cache miss at every row. Copying row by row has no such cost.
 */
final class StripFeed {
    private final PlaneResize resize;
    private final StripKernel kernel;
    private final int rowBytes;
    private byte[] kept = new byte[0];
    /** Source row number of the first kept row. */
    private int keptFirst;

    private int keptRows;
    private int next;

    StripFeed(PlaneResize resize, StripKernel kernel) {
        this.resize = resize;
        this.kernel = kernel;
        this.rowBytes = resize.sourceRowBytes();
    }

    static long keptBytes(PlaneResize resize) {
        return (long) resize.mostSourceRows() * resize.sourceRowBytes();
    }

    /**
     * Accepts a band of this plane.
     *
     * @param top row number of the band's first row in the plane
     */
    void accept(Plane band, int top) {
        int end = top + band.rows();
        while (next < resize.strips()) {
            PlaneResize.Strip strip = resize.strip(next);
            if (strip.high() > end) {
                keep(strip, band, top);
                return;
            }
            keep(strip, band, top);
            kernel.make(strip, new SourceRows(kept, 0, rowBytes, rowBytes, strip.sourceRows()));
            next++;
        }
    }

    /** Drops the rows before the strip and copies the band's rows that belong to the strip. */
    private void keep(PlaneResize.Strip strip, Plane band, int top) {
        if (kept.length == 0) {
            kept = new byte[Math.toIntExact(keptBytes(resize))];
        }
        int dropped = Math.min(keptRows, Math.max(0, strip.low() - keptFirst));
        if (dropped > 0) {
            System.arraycopy(kept, dropped * rowBytes, kept, 0, (keptRows - dropped) * rowBytes);
            keptRows -= dropped;
            keptFirst += dropped;
        }
        int from = keptRows == 0 ? Math.max(top, strip.low()) : keptFirst + keptRows;
        if (keptRows == 0) {
            keptFirst = from;
        }
        int to = Math.min(strip.high(), top + band.rows());
        for (int row = from; row < to; row++, keptRows++) {
            band.readRow(row - top, kept, keptRows * rowBytes);
        }
    }
}
