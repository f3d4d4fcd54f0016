package dev.darkroom.codecs.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.RasterSpec;

/** Writes a picture of 8-bit samples row by row, each row with its best filter. Not thread-safe. */
final class FilteredRows implements AutoCloseable {
    private final PngWriter writer;
    private final PngRowFilter filter;
    private byte[] row;
    private byte[] above;

    /**
     * @param layout layout of the rows: GRAY, RGB or RGBA; it may differ from the layout of {@code spec}
     */
    FilteredRows(RasterSpec spec, Layout layout) {
        int rowBytes = layout.rowBytes(0, spec.width());
        this.writer = new PngWriter(spec.size(), type(layout), 8, spec.bytes() / 2);
        this.filter = new PngRowFilter(rowBytes, layout.channelsPerPlane());
        this.row = new byte[rowBytes];
        this.above = new byte[rowBytes];
    }

    /** Adds the next row. The samples are copied; the caller may reuse the array. */
    void add(byte[] samples) {
        byte[] free = above;
        above = row;
        row = free;
        System.arraycopy(samples, 0, row, 0, row.length);
        writer.row(filter.best(row, above));
    }

    Bytes finish() {
        return writer.finish();
    }

    @Override
    public void close() {
        writer.close();
    }

    private static PngType type(Layout layout) {
        return layout.equals(Layout.GRAY) ? PngType.GRAY : layout.hasAlpha() ? PngType.RGBA : PngType.RGB;
    }
}
