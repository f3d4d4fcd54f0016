package dev.darkroom.core.color;

/**
 * The pixels of a row in separate channel arrays, because the JIT compiles loops over one channel to vector instructions. Not thread-safe.
 * A caller should reuse it for many rows.
 */
public final class RgbRow {
    /** Levels, 0 to 255. */
    final int[] red;

    final int[] green;
    final int[] blue;
    /** Scratch space for the transform. */
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

    /** The levels of red, 0 to 255. The caller may read and write the array. */
    public int[] red() {
        return red;
    }

    /** The levels of green, like {@link #red}. */
    public int[] green() {
        return green;
    }

    /** The levels of blue, like {@link #red}. */
    public int[] blue() {
        return blue;
    }

    /**
     * Reads interleaved pixels.
     *
     * @param stride samples per pixel; a gray sample is copied to all three channels
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

    /** Writes interleaved pixels, the reverse of {@link #read}. */
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
