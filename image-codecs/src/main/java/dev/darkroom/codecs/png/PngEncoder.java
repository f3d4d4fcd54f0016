package dev.darkroom.codecs.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Filters and deflates row by row; but as long as a palette holds all colours, keeps the rows as indexes into it, and writes a palette's or
 * a gray picture if that lasts to the end.
 */
final class PngEncoder implements Encoder {
    /** Larger pictures than these are never tried with a palette: keeping their rows would take too much. */
    private static final long NANOS_PER_PIXEL = 150;

    private static final long MOST_INDEXED = 1 << 24;

    private final RasterSpec spec;
    private final Memory.Charge charge;
    private final byte[] row;
    private @Nullable IndexedRows indexed;
    private @Nullable FilteredRows filtered;

    PngEncoder(RasterSpec spec, Memory memory) throws ImageException {
        this.spec = spec;
        this.charge = memory.charge(bytes(spec));
        this.row = new byte[spec.layout().rowBytes(0, spec.width())];
        this.indexed = isIndexed(spec) ? new IndexedRows(spec.size(), spec.layout()) : null;
        this.filtered = indexed == null ? new FilteredRows(spec, spec.layout()) : null;
    }

    /** The row, the one above, five filtered ones; and all of them as indexes. */
    static long bytes(RasterSpec spec) {
        long kept = isIndexed(spec) ? spec.size().pixels() + 32L * spec.height() : 0;
        return PngWriter.FOREIGN_BYTES + 8L * (spec.layout().rowBytes(0, spec.width()) + 1) + kept;
    }

    private static boolean isIndexed(RasterSpec spec) {
        return spec.size().pixels() <= MOST_INDEXED;
    }

    /** A picture that fits a palette, or nearly does, is written as a whole at the end, or when it turns out not to. */
    static Duration longestStep(RasterSpec spec) {
        return isIndexed(spec) ? Duration.ofNanos(spec.size().pixels() * NANOS_PER_PIXEL) : Duration.ZERO;
    }

    @Override
    public void accept(Band band) {
        for (int y = 0; y < band.rows(); y++) {
            band.plane().readRow(y, row, 0);
            accept(row);
        }
    }

    private void accept(byte[] next) {
        if (indexed != null && !indexed.add(next)) {
            filtered = replayed(indexed, spec.layout());
            indexed = null;
        }
        if (filtered != null) {
            filtered.add(next);
        }
    }

    private FilteredRows replayed(IndexedRows rows, Layout layout) {
        FilteredRows target = new FilteredRows(spec, layout);
        byte[] samples = new byte[layout.rowBytes(0, spec.width())];
        for (int y = 0; y < rows.count(); y++) {
            rows.row(y, samples, layout.channelsPerPlane());
            target.add(samples);
        }
        return target;
    }

    @Override
    public Bytes finish() {
        if (indexed != null && !indexed.areBetterGray()) {
            try (PngWriter writer = indexed.withPalette()) {
                return writer.finish();
            }
        }
        FilteredRows rows = indexed != null ? replayed(indexed, Layout.GRAY) : filtered;
        if (rows == null) {
            throw new IllegalStateException("rows are kept one way or the other");
        }
        try (rows) {
            return rows.finish();
        }
    }

    @Override
    public void close() {
        if (filtered != null) {
            filtered.close();
        }
        charge.close();
    }
}
