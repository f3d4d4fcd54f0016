package dev.darkroom.codecs;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.Band;
import dev.darkroom.spi.BandSink;
import dev.darkroom.spi.Memory;
import dev.darkroom.spi.Plane;
import dev.darkroom.spi.RasterSpec;
import java.util.List;

/** Gathers the rows of an interleaved raster, one after the other, into bands for a sink. */
public final class RowBands implements AutoCloseable {
    private static final int BAND_BYTES = 256 * 1024;
    private static final int MOST_ROWS = 64;

    private final RasterSpec spec;
    private final BandSink sink;
    private final Memory.Block block;
    private final Plane plane;
    private int top;
    private int filled;

    private RowBands(RasterSpec spec, BandSink sink, Memory.Block block) {
        this.spec = spec;
        this.sink = sink;
        this.block = block;
        int rowBytes = rowBytes(spec);
        this.plane = new Plane(block.buffer(), 0, rowBytes, rowBytes, rowsPerBand(spec));
    }

    public static RowBands open(RasterSpec spec, BandSink sink, Memory memory) throws ImageException {
        return new RowBands(spec, sink, memory.allocate(bytes(spec), 1));
    }

    /** What {@link #open} takes from memory. */
    public static long bytes(RasterSpec spec) {
        return (long) rowBytes(spec) * rowsPerBand(spec);
    }

    public static int rowsPerBand(RasterSpec spec) {
        int rows = Math.min(MOST_ROWS, Math.max(1, BAND_BYTES / rowBytes(spec)));
        return Math.min(rows, spec.height());
    }

    /** Takes the next row from {@code offset}, and lets the sink have the band that it completes. */
    public void accept(byte[] row, int offset) throws ImageException {
        if (rows() >= spec.height()) {
            throw ImageException.malformed("the picture has more rows than the " + spec.height() + " it states");
        }
        plane.writeRow(filled++, row, offset);
        if (filled == plane.rows()) {
            flush();
        }
    }

    /** Rows taken so far. */
    public int rows() {
        return top + filled;
    }

    /** Lets the sink have the last band. */
    public void finish() throws ImageException {
        if (rows() < spec.height()) {
            throw ImageException.malformed(
                    "the picture ends early: it has " + rows() + " of the " + spec.height() + " rows it states");
        }
        flush();
    }

    @Override
    public void close() {
        block.close();
    }

    private void flush() throws ImageException {
        if (filled > 0) {
            sink.accept(new Band(spec, top, filled, List.of(plane.rows(0, filled))));
            top += filled;
            filled = 0;
        }
    }

    private static int rowBytes(RasterSpec spec) {
        return spec.layout().rowBytes(0, spec.width());
    }
}
