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
 * Encodes PNG. As long as a palette can hold all colours, the encoder keeps the rows as palette indexes. If this is still so at the end, it
 * writes a palette PNG or a gray PNG. Otherwise it filters and deflates row by row.
 */
final class PngEncoder implements Encoder {
    private static final long NANOS_PER_PIXEL = 150;

    /** Pixel limit for the palette attempt. The rows of a larger picture would take too much memory. */
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

    /** Peak memory in bytes: the row, the row above, five filtered rows, and all rows as indexes. */
    static long bytes(RasterSpec spec) {
        long kept = isIndexed(spec) ? spec.size().pixels() + 32L * spec.height() : 0;
        return PngWriter.FOREIGN_BYTES + 8L * (spec.layout().rowBytes(0, spec.width()) + 1) + kept;
    }

    private static boolean isIndexed(RasterSpec spec) {
        return spec.size().pixels() <= MOST_INDEXED;
    }

    /** The rows of a picture that may fit a palette are written all at once: at the end, or when the palette is full. */
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
