package dev.darkroom.pipeline.resample;

import static dev.darkroom.pipeline.resample.ScalarKernel.ROWS;

import dev.darkroom.core.resample.LinearLight;
import dev.darkroom.core.resample.PlaneResize;
import dev.darkroom.core.resample.Taps;

/**
 * Keeps turned columns, each with all rows of the strip, and sums them across. Every column is an array of its own: of one array at
 * several offsets, C2 cannot tell that what is written is none of what is read, and compiles the sum one float at a time.
 */
final class RowSums {
    /** Samples that are summed before they are written. */
    static final int LEVELS = 128;

    /** With its array's header and its place in the array of arrays. */
    private static final int COLUMN_BYTES = 4 * ROWS + 24;

    private final PlaneResize resize;
    private final int channels;
    private final Taps taps;
    private final PaddedTaps weights;
    private final float bias;
    private final float[][] turned;
    private final float[][] tapColumns;
    private final float[][] levels;
    /** Samples of the source row: the first that is kept, and the one after the last. */
    private int base;

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

    /** The source sample from which columns are needed next, when so many target samples are done; drops those before. */
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

    /** Takes neighbouring rows of the columns to come. */
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

    /** Sums target samples of which all columns are there, leftmost in the target first; tells how many. */
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

    /** Half a level too high, so that they only need cutting off; not clamped. */
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

    /** Colours were weighted by their alpha; fully transparent pixels become zero. */
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
