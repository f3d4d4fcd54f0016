package dev.darkroom.pipeline.resample;

import static dev.darkroom.pipeline.resample.ScalarKernel.ROWS;

import dev.darkroom.core.resample.Light;
import dev.darkroom.core.resample.PlaneResize;
import dev.darkroom.core.resample.Taps;
import java.util.Arrays;

/** Keeps turned columns, sample {@code i} of row {@code r} at {@code i * ROWS + r}, and sums them across. */
final class RowSums {
    /** Samples that are summed before they are written. */
    static final int LEVELS = 128;

    private final PlaneResize resize;
    private final int channels;
    private final Taps taps;
    private final FourTaps weights;
    private final float bias;
    private final float[] turned;
    private final float[] levels;
    private final float[] sum = new float[ROWS];
    /** Samples of the source row: the first that is kept, and the one after the last. */
    private int base;

    private int end;

    RowSums(PlaneResize resize) {
        this.resize = resize;
        this.channels = resize.channels();
        this.taps = resize.horizontal();
        this.weights = FourTaps.of(taps, resize.fold().gain());
        this.bias = resize.fold().bias() + 0.5f;
        this.turned = new float[turnedFloats(resize)];
        this.levels = new float[LEVELS * ROWS];
    }

    static long bytes(PlaneResize resize) {
        return 4L * (turnedFloats(resize) + LEVELS * ROWS + ROWS) + FourTaps.bytes(resize.horizontal());
    }

    private static int turnedFloats(PlaneResize resize) {
        return (ColumnSums.WIDTH + FourTaps.count(resize.horizontal()) * resize.channels()) * ROWS;
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
            System.arraycopy(turned, (from - base) * ROWS, turned, 0, (end - from) * ROWS);
            base = from;
        }
        return end;
    }

    /** Takes neighbouring rows of the columns to come. */
    void put(float[][] rows, int row) {
        turn(rows[0], rows[1], rows[2], rows[3], turned, (end - base) * ROWS + row);
    }

    private static void turn(float[] a, float[] b, float[] c, float[] d, float[] turned, int at) {
        for (int i = 0, to = at; i < ColumnSums.WIDTH; i++, to += ROWS) {
            turned[to] = a[i];
            turned[to + 1] = b[i];
            turned[to + 2] = c[i];
            turned[to + 3] = d[i];
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
            sumPixel(left + x, x * channels * ROWS);
        }
        return count;
    }

    /** Half a level too high, so that they only need cutting off; not clamped. */
    float[] levels() {
        return levels;
    }

    private void sumPixel(int x, int to) {
        int from = (taps.first()[x] * channels - base) * ROWS;
        for (int channel = 0; channel < channels; channel++) {
            sum(from + channel * ROWS, x * weights.count());
            System.arraycopy(sum, 0, levels, to + channel * ROWS, ROWS);
        }
        if (channels == 4) {
            unpremultiply(to);
        }
        if (resize.linearLight()) {
            Light.encode(levels, to, Math.min(3, channels) * ROWS, bias);
        }
    }

    private void sum(int from, int at) {
        int stride = channels * ROWS;
        int position = from;
        float[] four = weights.weights();
        Arrays.fill(sum, bias);
        for (int w = at; w < at + weights.count(); w += 4, position += 4 * stride) {
            add(sum, turned, position, stride, four[w], four[w + 1], four[w + 2], four[w + 3]);
        }
    }

    private static void add(float[] sum, float[] turned, int from, int stride, float wa, float wb, float wc, float wd) {
        int b = from + stride;
        int c = b + stride;
        int d = c + stride;
        for (int i = 0; i < ROWS; i++) {
            sum[i] += wa * turned[from + i] + wb * turned[b + i] + wc * turned[c + i] + wd * turned[d + i];
        }
    }

    /** Colours were weighted by their alpha; fully transparent pixels become zero. */
    private void unpremultiply(int at) {
        int alpha = at + 3 * ROWS;
        for (int i = 0; i < ROWS; i++) {
            float opacity = levels[alpha + i] - bias;
            float share = opacity < 0.5f ? 0f : 255f / opacity;
            for (int color = at + i; color < alpha; color += ROWS) {
                levels[color] = (levels[color] - bias) * share + bias;
            }
        }
    }
}
