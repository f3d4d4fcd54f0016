package dev.darkroom.codecs.png;

import dev.darkroom.core.ImageException;

/** Unfiltered rows of one image, or of one pass of an interlaced one. */
final class PngRows {
    private final IdatInflater data;
    private final int length;
    private final int unit;
    private byte[] row;
    private byte[] above;
    private final byte[] filter = new byte[1];

    /**
     * @param width in pixels, of the image or pass
     */
    PngRows(PngImage image, int width, IdatInflater data) {
        this.data = data;
        this.length = image.rowBytes(width);
        this.unit = Math.max(1, image.bitsPerPixel() / 8);
        this.row = new byte[length];
        this.above = new byte[length];
    }

    /** What two rows of the image take. */
    static long bytes(PngImage image) {
        return 2L * image.rowBytes(image.size().width());
    }

    /** The next row as stored, valid until the next call. */
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
