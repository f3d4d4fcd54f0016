package dev.darkroom.codecs.png;

import dev.darkroom.codecs.deflate.DeflateEncoder;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.Layout;

/** Writes a picture of 8-bit samples row by row. Not thread-safe. */
final class SampleRows {
    private final PngWriter writer;
    private final FilteredRows rows;

    /**
     * @param layout layout of the rows: GRAY, RGB or RGBA
     */
    SampleRows(Size size, Layout layout, DeflateEncoder.Settings settings) {
        int rowBytes = layout.rowBytes(0, size.width());
        long length = length(size, layout);
        this.writer = new PngWriter(size, type(layout), 8, settings, length, length / 2);
        this.rows = new FilteredRows(rowBytes, size.height(), layout.channelsPerPlane(), writer);
    }

    /** The memory in bytes that the rows take, without the file. */
    static long bytes(Size size, Layout layout, DeflateEncoder.Settings settings) {
        return PngWriter.bytes(settings, length(size, layout))
                + FilteredRows.bytes(layout.rowBytes(0, size.width()), size.height());
    }

    /** Adds the next row. The samples are copied; the caller may reuse the array. */
    void add(byte[] samples) {
        rows.add(samples);
    }

    Bytes finish() {
        rows.finish();
        return writer.finish();
    }

    private static long length(Size size, Layout layout) {
        return (layout.rowBytes(0, size.width()) + 1L) * size.height();
    }

    private static PngType type(Layout layout) {
        return layout.equals(Layout.GRAY) ? PngType.GRAY : layout.hasAlpha() ? PngType.RGBA : PngType.RGB;
    }
}
