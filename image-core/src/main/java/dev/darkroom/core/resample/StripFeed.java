package dev.darkroom.core.resample;

import dev.darkroom.spi.codec.Plane;

/**
 * Cuts one plane's bands into strips. A strip's source rows are gathered first, as bytes, wherever the band has them: a kernel that goes
 * over them column by column would wait for memory at every row, where copying row after row does not.
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
     * @param top the plane's row number of the band's first row
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

    /** Lets go of the rows before the strip's and takes those of the band that belong to it. */
    private void keep(PlaneResize.Strip strip, Plane band, int top) {
        if (kept.length == 0) {
            kept = new byte[Math.toIntExact(keptBytes(resize))];
        }
        int gone = Math.min(keptRows, Math.max(0, strip.low() - keptFirst));
        System.arraycopy(kept, gone * rowBytes, kept, 0, (keptRows - gone) * rowBytes);
        keptRows -= gone;
        keptFirst += gone;
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
