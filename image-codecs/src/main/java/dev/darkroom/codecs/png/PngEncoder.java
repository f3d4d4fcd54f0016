package dev.darkroom.codecs.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Encodes PNG. As long as a palette can hold all colours, the encoder keeps the rows as palette indexes. If this is still so at the end, it
 * writes the picture with a palette and with samples, and returns the smaller file. Otherwise it filters and deflates stretches of rows, or
 * keeps all rows until the colours can be reduced to those of a palette.
 */
final class PngEncoder implements Encoder {
    private static final long NANOS_PER_PIXEL = 150;

    /** Pixel limit for the palette attempt. The rows of a larger picture would take too much memory. */
    private static final long MOST_INDEXED = 1 << 24;

    private final RasterSpec spec;
    private final PngSettings settings;
    private final Memory.Charge charge;
    private final byte[] row;
    private @Nullable IndexedRows indexed;
    private @Nullable QuantizedRows quantized;
    private @Nullable SampleRows samples;

    PngEncoder(RasterSpec spec, PngSettings settings, Memory memory) throws ImageException {
        this.spec = spec;
        this.settings = settings;
        this.charge = memory.charge(bytes(spec, settings));
        this.row = new byte[spec.layout().rowBytes(0, spec.width())];
        this.indexed = isIndexed(spec) ? new IndexedRows(spec.size(), spec.layout(), settings.mostColors()) : null;
        this.samples = indexed == null ? new SampleRows(spec.size(), spec.layout(), settings.deflate()) : null;
    }

    /** Peak memory in bytes: a row, the compressor with its rows, and all rows as indexes or as samples. */
    static long bytes(RasterSpec spec, PngSettings settings) {
        long kept = isIndexed(spec) ? spec.size().pixels() + 32L * spec.height() : 0;
        long quantized =
                isIndexed(spec) && settings.reducesColors() ? QuantizedRows.bytes(spec.size(), spec.layout()) : 0;
        return 2L * spec.layout().rowBytes(0, spec.width())
                + SampleRows.bytes(spec.size(), spec.layout(), settings.deflate())
                + kept
                + quantized;
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
            leavePalette(indexed);
            indexed = null;
        }
        if (quantized != null) {
            quantized.add(next);
        } else if (samples != null) {
            samples.add(next);
        }
    }

    private void leavePalette(IndexedRows rows) {
        if (settings.reducesColors()) {
            QuantizedRows target = new QuantizedRows(spec.size(), spec.layout());
            replay(rows, spec.layout(), target::add);
            quantized = target;
        } else {
            samples = written(rows, spec.layout());
        }
    }

    private interface RowSink {
        void add(byte[] samples);
    }

    private void replay(IndexedRows rows, Layout layout, RowSink target) {
        byte[] replayed = new byte[layout.rowBytes(0, spec.width())];
        for (int y = 0; y < rows.count(); y++) {
            rows.row(y, replayed, layout.channelsPerPlane());
            target.add(replayed);
        }
    }

    private SampleRows written(IndexedRows rows, Layout layout) {
        SampleRows target = new SampleRows(spec.size(), layout, settings.deflate());
        replay(rows, layout, target::add);
        return target;
    }

    @Override
    public Bytes finish() {
        if (indexed != null) {
            return smaller(indexed);
        }
        if (quantized != null) {
            return reduced(quantized);
        }
        if (samples == null) {
            throw new IllegalStateException("rows are kept one way or the other");
        }
        return samples.finish();
    }

    /** The smaller one of the two files. Few similar colours, such as those of a gradient, can be smaller as differences of samples. */
    private Bytes smaller(IndexedRows rows) {
        Bytes withPalette = rows.withPalette(settings.deflate());
        Bytes withSamples =
                written(rows, rows.areGray() ? Layout.GRAY : spec.layout()).finish();
        return withPalette.length() <= withSamples.length() ? withPalette : withSamples;
    }

    private Bytes reduced(QuantizedRows rows) {
        Optional<IndexedRows> reduced = rows.reduced(settings.mostColors(), settings.leastPsnr());
        if (reduced.isPresent()) {
            return smaller(reduced.get());
        }
        SampleRows exact = new SampleRows(spec.size(), spec.layout(), settings.deflate());
        for (int y = 0; y < rows.count(); y++) {
            rows.row(y, row);
            exact.add(row);
        }
        return exact.finish();
    }

    @Override
    public void close() {
        charge.close();
    }
}
