package dev.darkroom.codecs.png;

import dev.darkroom.core.ImageException;

/** Reads the unfiltered rows of one image, or of one pass of an interlaced image. */
final class PngRows {
    private final IdatInflater data;
    private final int length;
    private final int unit;
    private byte[] row;
    private byte[] above;
    private final byte[] filter = new byte[1];

    /**
     * @param width width of the image or pass in pixels
     */
    PngRows(PngImage image, int width, IdatInflater data) {
        this.data = data;
        this.length = image.rowBytes(width);
        this.unit = Math.max(1, image.bitsPerPixel() / 8);
        this.row = new byte[length];
        this.above = new byte[length];
    }

    /** Bytes of two rows of the image. */
    static long bytes(PngImage image) {
        return 2L * image.rowBytes(image.size().width());
    }

    /** The next row of stored samples, valid until the next call. */
    byte[] next() throws ImageException {
        byte[] done = row;
        row = above;
        above = done;
        data.read(filter, 0, 1);
        data.read(row, 0, length);
        PngFilter.undo(filter[0] & 0xFF, row, above, length, unit);
        return row;
    }
}
