package dev.darkroom.core.color;

/**
 * Pixels of a row, each channel by itself: loops over one channel at a time are what the JIT compiles to vectors. For one thread; kept from
 * row to row by whoever converts many.
 */
public final class RgbRow {
    /** Levels, 0 to 255. */
    final int[] red;

    final int[] green;
    final int[] blue;
    /** For a transform's own use. */
    final int[] spareRed;

    final int[] spareGreen;
    final int[] spareBlue;

    public RgbRow(int pixels) {
        this.red = new int[pixels];
        this.green = new int[pixels];
        this.blue = new int[pixels];
        this.spareRed = new int[pixels];
        this.spareGreen = new int[pixels];
        this.spareBlue = new int[pixels];
    }

    /** Levels from 0 to 255, to be written and read. */
    public int[] red() {
        return red;
    }

    /** As {@link #red}. */
    public int[] green() {
        return green;
    }

    /** As {@link #red}. */
    public int[] blue() {
        return blue;
    }

    /**
     * @param stride samples per pixel; of gray ones, the one is all three channels
     */
    void read(byte[] row, int offset, int stride, int pixels) {
        for (int p = 0, at = offset; p < pixels; p++, at += stride) {
            red[p] = row[at] & 0xFF;
        }
        for (int p = 0, at = stride == 1 ? offset : offset + 1; p < pixels; p++, at += stride) {
            green[p] = row[at] & 0xFF;
        }
        for (int p = 0, at = stride == 1 ? offset : offset + 2; p < pixels; p++, at += stride) {
            blue[p] = row[at] & 0xFF;
        }
    }

    /** As it was {@link #read}. */
    void write(byte[] row, int offset, int stride, int pixels) {
        for (int p = 0, at = offset; p < pixels; p++, at += stride) {
            row[at] = (byte) red[p];
        }
        if (stride > 1) {
            for (int p = 0, at = offset + 1; p < pixels; p++, at += stride) {
                row[at] = (byte) green[p];
            }
            for (int p = 0, at = offset + 2; p < pixels; p++, at += stride) {
                row[at] = (byte) blue[p];
            }
        }
    }
}
