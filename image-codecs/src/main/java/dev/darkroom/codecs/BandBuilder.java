package dev.darkroom.codecs;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.BandSink;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.RasterSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects single rows into bands and passes each band to a sink. The rows are interleaved. They go to one interleaved plane. For a layout
 * of three planes with chroma at luma resolution, each channel goes to its own plane.
 */
public final class BandBuilder implements AutoCloseable {
    private static final int BAND_BYTES = 256 * 1024;
    private static final int MOST_ROWS = 64;

    private final RasterSpec spec;
    private final BandSink sink;
    private final Memory.Block block;
    private final List<Plane> planes = new ArrayList<>();
    /** One row for each plane. Empty if the layout has one plane. */
    private final byte[][] separated;

    private int top;
    private int filled;

    private BandBuilder(RasterSpec spec, BandSink sink, Memory.Block block) {
        this.spec = spec;
        this.sink = sink;
        this.block = block;
        int planes = spec.layout().planes();
        int rowBytes = rowBytes(spec) / planes;
        int rows = rowsPerBand(spec);
        for (int plane = 0; plane < planes; plane++) {
            this.planes.add(new Plane(block.buffer(), plane * rows * rowBytes, rowBytes, rowBytes, rows));
        }
        this.separated = new byte[planes == 1 ? 0 : planes][rowBytes];
    }

    public static BandBuilder open(RasterSpec spec, BandSink sink, Memory memory) throws ImageException {
        return new BandBuilder(spec, sink, memory.allocate(bytes(spec), 1));
    }

    /** Bytes that {@link #open} allocates from memory. */
    public static long bytes(RasterSpec spec) {
        return (long) rowBytes(spec) * rowsPerBand(spec);
    }

    public static int rowsPerBand(RasterSpec spec) {
        int rows = Math.min(MOST_ROWS, Math.max(1, BAND_BYTES / rowBytes(spec)));
        return Math.min(rows, spec.height());
    }

    /**
     * Adds the next row, which starts at {@code offset}. If the row completes a band, the sink receives that band.
     *
     * @throws ImageException malformed if all rows of the picture were already added; or an exception of the sink
     */
    public void accept(byte[] row, int offset) throws ImageException {
        if (rows() >= spec.height()) {
            throw ImageException.malformed("the picture has more rows than the " + spec.height() + " it states");
        }
        if (planes.size() == 1) {
            planes.get(0).writeRow(filled, row, offset);
        } else {
            separate(row, offset, separated[0], separated[1], separated[2]);
            for (int plane = 0; plane < planes.size(); plane++) {
                planes.get(plane).writeRow(filled, separated[plane], 0);
            }
        }
        filled++;
        if (filled == planes.get(0).rows()) {
            flush();
        }
    }

    /** Number of rows added so far. */
    public int rows() {
        return top + filled;
    }

    /**
     * Passes the last band to the sink.
     *
     * @throws ImageException malformed if rows are missing; or an exception of the sink
     */
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
            int rows = filled;
            sink.accept(new Band(
                    spec,
                    top,
                    rows,
                    planes.stream().map(plane -> plane.rows(0, rows)).toList()));
            top += filled;
            filled = 0;
        }
    }

    private static void separate(byte[] row, int offset, byte[] first, byte[] second, byte[] third) {
        for (int x = 0, at = offset; x < first.length; x++, at += 3) {
            first[x] = row[at];
            second[x] = row[at + 1];
            third[x] = row[at + 2];
        }
    }

    /** Bytes of one row in all planes together. */
    private static int rowBytes(RasterSpec spec) {
        return spec.layout().planes() * spec.layout().rowBytes(0, spec.width());
    }
}
