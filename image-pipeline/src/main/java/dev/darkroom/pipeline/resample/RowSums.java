package dev.darkroom.pipeline.resample;

import static dev.darkroom.pipeline.resample.ScalarKernel.ROWS;

import dev.darkroom.core.resample.LinearLight;
import dev.darkroom.core.resample.PlaneResize;
import dev.darkroom.core.resample.Taps;

/**
 * Keeps transposed columns, each with all rows of the strip, and sums them horizontally. Every column is a separate array: with several
 * offsets into one array, C2 cannot prove that the written range does not overlap the ranges that are read, and compiles the sum one float
 * at a time.
 */
final class RowSums {
    /** Number of samples that are summed before they are written. */
    static final int LEVELS = 128;

    /** Bytes of one column, with its array header and its reference in the outer array. */
    private static final int COLUMN_BYTES = 4 * ROWS + 24;

    private final PlaneResize resize;
    private final int channels;
    private final Taps taps;
    private final PaddedTaps weights;
    private final float bias;
    private final float[][] turned;
    private final float[][] tapColumns;
    private final float[][] levels;
    /** First sample of the source row that is kept. */
    private int base;
    /** One past the last sample of the source row that is kept. */
    private int end;

    RowSums(PlaneResize resize) {
        this.resize = resize;
        this.channels = resize.channels();
        this.taps = resize.horizontal();
        this.weights = PaddedTaps.of(taps, resize.fold().gain());
        this.bias = resize.fold().bias() + 0.5f;
        this.turned = new float[turnedColumns(resize)][ROWS];
        this.tapColumns = new float[weights.count()][];
        this.levels = new float[LEVELS][ROWS];
    }

    static long bytes(PlaneResize resize) {
        return (long) COLUMN_BYTES * (turnedColumns(resize) + LEVELS) + PaddedTaps.bytes(resize.horizontal());
    }

    private static int turnedColumns(PlaneResize resize) {
        return ColumnSums.WIDTH + PaddedTaps.count(resize.horizontal()) * resize.channels();
    }

    void open() {
        base = 0;
        end = 0;
    }

    /** The source sample at which the next needed columns start, after {@code done} target samples. Drops the columns before it. */
    int position(int done) {
        int from = first(done) * channels;
        if (from >= end) {
            base = from;
            end = from;
        } else {
            int gone = from - base;
            for (int i = 0; i < end - from; i++) {
                float[] kept = turned[i + gone];
                turned[i + gone] = turned[i];
                turned[i] = kept;
            }
            base = from;
        }
        return end;
    }

    /** Takes neighbouring rows of the next columns. */
    void put(float[][] rows, int row) {
        turn(rows, turned, end - base, row);
    }

    private static void turn(float[][] rows, float[][] turned, int at, int row) {
        float[] a = rows[0];
        float[] b = rows[1];
        float[] c = rows[2];
        float[] d = rows[3];
        float[] e = rows[4];
        float[] f = rows[5];
        float[] g = rows[6];
        float[] h = rows[7];
        for (int i = 0; i < ColumnSums.WIDTH; i++) {
            float[] column = turned[at + i];
            column[row] = a[i];
            column[row + 1] = b[i];
            column[row + 2] = c[i];
            column[row + 3] = d[i];
            column[row + 4] = e[i];
            column[row + 5] = f[i];
            column[row + 6] = g[i];
            column[row + 7] = h[i];
        }
    }

    void came(int columns) {
        end += columns;
    }

    boolean has(int done) {
        return (first(done) + taps.count()) * channels <= end;
    }

    private int column(int done) {
        return resize.across().mirrored() ? resize.targetColumns() - 1 - done : done;
    }

    private int first(int done) {
        return taps.first()[column(done)];
    }

    /**
     * Sums the target samples whose columns are all present, leftmost in the target first.
     *
     * @return number of target samples that were summed
     */
    int sum(int done) {
        int most = Math.min(LEVELS / channels, resize.targetColumns() - done);
        int count = 1;
        while (count < most && has(done + count)) {
            count++;
        }
        int left = Math.min(column(done), column(done + count - 1));
        for (int x = 0; x < count; x++) {
            sumPixel(left + x, x * channels);
        }
        return count;
    }

    /** The sums, not clamped. They are half a level too high, so that truncation rounds them. */
    float[][] levels() {
        return levels;
    }

    private void sumPixel(int x, int to) {
        int from = taps.first()[x] * channels - base;
        for (int channel = 0; channel < channels; channel++) {
            for (int k = 0, at = from + channel; k < tapColumns.length; k++, at += channels) {
                tapColumns[k] = turned[at];
            }
            WeightedSum.ofRows(levels[to + channel], bias, tapColumns, weights.weights(), x * weights.count());
        }
        if (channels == 4) {
            unpremultiply(to);
        }
        if (resize.linearLight()) {
            for (int color = 0; color < Math.min(3, channels); color++) {
                LinearLight.encode(levels[to + color], 0, ROWS, bias);
            }
        }
    }

    /** Divides colours by their alpha. Fully transparent pixels become zero. */
    private void unpremultiply(int to) {
        float[] alpha = levels[to + 3];
        for (int color = to; color < to + 3; color++) {
            unpremultiply(levels[color], alpha, bias);
        }
    }

    private static void unpremultiply(float[] color, float[] alpha, float bias) {
        for (int i = 0; i < ROWS; i++) {
            float opacity = alpha[i] - bias;
            float share = opacity < 0.5f ? 0f : 255f / opacity;
            color[i] = (color[i] - bias) * share + bias;
        }
    }
}
