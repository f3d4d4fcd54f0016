package dev.darkroom.pipeline.resample;

import dev.darkroom.core.resample.LinearLight;
import dev.darkroom.core.resample.PlaneResize;
import dev.darkroom.core.resample.SourceRows;
import dev.darkroom.core.resample.Taps;

/** Sums {@link #WIDTH} columns of a strip's source rows vertically to its target rows, and transposes them. */
final class ColumnSums {
    static final int WIDTH = 512;
    /** Number of rows that are transposed and passed on together. */
    static final int TURNED_TOGETHER = 8;

    private final int channels;
    private final boolean linearLight;
    private final boolean mirrored;
    private final Taps taps;
    private final PaddedTaps weights;
    /** The latest source rows as floats, alpha premultiplied. */
    private final float[][] ring;

    private final float[][] tapRows;
    private final float[][] sums = new float[TURNED_TOGETHER][WIDTH];

    ColumnSums(PlaneResize resize) {
        this.channels = resize.channels();
        this.linearLight = resize.linearLight();
        this.mirrored = resize.down().mirrored();
        this.taps = resize.vertical();
        this.weights = PaddedTaps.of(taps, 1);
        this.ring = new float[taps.count()][WIDTH];
        this.tapRows = new float[weights.count()][];
    }

    static long bytes(PlaneResize resize) {
        return 4L * WIDTH * (resize.vertical().count() + TURNED_TOGETHER) + PaddedTaps.bytes(resize.vertical());
    }

    /**
     * @param at first byte of the columns in a source row; the values of columns beyond the end of the row do not matter
     */
    void sum(PlaneResize.Strip strip, SourceRows source, int at, RowSums turned) {
        int width = Math.min(WIDTH, source.rowBytes() - at);
        int next = strip.low();
        for (int i = 0; i < strip.count(); i++) {
            int row = mirrored ? strip.count() - 1 - i : i;
            int first = taps.first()[strip.first() + row];
            for (; next < first + taps.count(); next++) {
                widen(source.bytes(), source.rowStart(next - strip.low()) + at, width, ring[next % ring.length]);
            }
            for (int k = 0; k < tapRows.length; k++) {
                tapRows[k] = ring[(first + k) % ring.length];
            }
            float[] sum = sums[row % TURNED_TOGETHER];
            WeightedSum.ofRows(sum, 0f, tapRows, weights.weights(), (strip.first() + row) * weights.count());
            if (i == strip.count() - 1 || row % TURNED_TOGETHER == (mirrored ? 0 : TURNED_TOGETHER - 1)) {
                turned.put(sums, row / TURNED_TOGETHER * TURNED_TOGETHER);
            }
        }
        turned.came(width);
    }

    private void widen(byte[] bytes, int from, int width, float[] row) {
        for (int i = 0; i < width; i++) {
            row[i] = bytes[from + i] & 0xFF;
        }
        if (linearLight) {
            LinearLight.decode(row, 0, width, channels);
        }
        if (channels == 4) {
            premultiply(row, width);
        }
    }

    private static void premultiply(float[] row, int width) {
        for (int i = 0; i < width; i += 4) {
            float share = row[i + 3] / 255f;
            row[i] *= share;
            row[i + 1] *= share;
            row[i + 2] *= share;
        }
    }
}
