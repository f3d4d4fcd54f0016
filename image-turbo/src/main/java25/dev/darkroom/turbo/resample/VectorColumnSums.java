package dev.darkroom.turbo.resample;

import static dev.darkroom.turbo.resample.PreferredVectors.COUNT;
import static dev.darkroom.turbo.resample.PreferredVectors.FLOATS;

import dev.darkroom.core.resample.LinearLight;
import dev.darkroom.core.resample.PlaneResize;
import dev.darkroom.core.resample.SourceRows;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/** Filters {@link #WIDTH} columns of a strip's source rows vertically to its target rows, and transposes them. */
final class VectorColumnSums {
    static final int WIDTH = 64;
    private static final int ROWS = VectorKernel.ROWS;
    private static final int QUAD = 4 * COUNT;
    private static final VectorShuffle<Float> ALPHA = VectorShuffle.fromOp(FLOATS, lane -> lane | 3);
    private static final VectorMask<Float> IS_ALPHA = VectorMask.fromLong(FLOATS, 0x8888888888888888L);

    private final PairedTaps taps;
    private final int channels;
    private final boolean linearLight;
    /** Source rows as floats with premultiplied alpha, followed by rows whose weight is 0. */
    private final float[] block;

    private final float[] tile = new float[ROWS * WIDTH];

    VectorColumnSums(PlaneResize resize) {
        this.taps = PairedTaps.of(resize.vertical(), 1);
        this.channels = resize.channels();
        this.linearLight = resize.linearLight();
        this.block = new float[blockFloats(resize)];
    }

    static long bytes(PlaneResize resize) {
        return 4L * (blockFloats(resize) + ROWS * WIDTH) + PairedTaps.bytes(resize.vertical());
    }

    private static int blockFloats(PlaneResize resize) {
        return (resize.mostSourceRows() + PairedTaps.count(resize.vertical())) * WIDTH;
    }

    /**
     * @param at first sample of the columns in a source row; the columns may exceed the row's end, and the sums there are undefined
     * @param turned receives row {@code r} of column {@code i} at {@code turnedAt + i * ROWS + r}
     */
    void sum(PlaneResize.Strip strip, SourceRows rows, int at, float[] turned, int turnedAt) {
        if (at + WIDTH <= rows.rowBytes()) {
            widen(rows.bytes(), rows.rowStart(0) + at, rows.stride(), rows.count(), block);
        } else {
            widenEdge(rows, at);
        }
        if (linearLight) {
            LinearLight.decode(block, 0, rows.count() * WIDTH, channels);
        }
        if (channels == 4) {
            premultiply(block, rows.count() * WIDTH);
        }
        int last = (strip.first() + strip.count() - 1) / 2;
        for (int pair = strip.first() / 2; pair <= last; pair++) {
            int from = (taps.first()[pair] - strip.low()) * WIDTH;
            sumRows(
                    block,
                    from,
                    taps.weights(),
                    pair * taps.count() * 2,
                    taps.count(),
                    tile,
                    (2 * pair - strip.first()) * WIDTH);
        }
        for (int row = 0; row < strip.count(); row += COUNT) {
            for (int i = 0; i < WIDTH; i += COUNT) {
                Transposition.square(tile, row * WIDTH + i, WIDTH, turned, turnedAt + i * ROWS + row, ROWS);
            }
        }
    }

    private void widenEdge(SourceRows rows, int at) {
        for (int row = 0; row < rows.count(); row++) {
            int from = rows.rowStart(row) + at;
            for (int i = 0; i < rows.rowBytes() - at; i++) {
                block[row * WIDTH + i] = rows.bytes()[from + i] & 0xFF;
            }
        }
    }

    private static void widen(byte[] pixels, int at, int stride, int rows, float[] block) {
        int source = at;
        int target = 0;
        for (int row = 0; row < rows; row++, source += stride, target += WIDTH) {
            for (int i = 0; i < WIDTH; i += PreferredVectors.BYTES.length()) {
                ByteVector bytes = ByteVector.fromArray(PreferredVectors.BYTES, pixels, source + i);
                floats(bytes, 0).intoArray(block, target + i);
                if (COUNT < PreferredVectors.BYTES.length()) {
                    floats(bytes, 1).intoArray(block, target + i + COUNT);
                }
            }
        }
    }

    private static FloatVector floats(ByteVector bytes, int part) {
        return (FloatVector) bytes.convertShape(VectorOperators.ZERO_EXTEND_B2I, PreferredVectors.INTS, part)
                .convertShape(VectorOperators.I2F, FLOATS, 0);
    }

    static void premultiply(float[] block, int count) {
        for (int i = 0; i < count; i += COUNT) {
            FloatVector straight = FloatVector.fromArray(FLOATS, block, i);
            FloatVector share = straight.rearrange(ALPHA).mul(1f / 255f).blend(1f, IS_ALPHA);
            straight.mul(share).intoArray(block, i);
        }
    }

    private static void sumRows(
            float[] block, int from, float[] weights, int weightsAt, int taps, float[] tile, int to) {
        for (int i = 0; i < WIDTH; i += QUAD) {
            FloatVector a = PreferredVectors.zero();
            FloatVector b = a;
            FloatVector c = a;
            FloatVector d = a;
            FloatVector e = a;
            FloatVector f = a;
            FloatVector g = a;
            FloatVector h = a;
            for (int k = 0; k < taps; k++) {
                int at = from + i + k * WIDTH;
                FloatVector upper = PreferredVectors.all(weights[weightsAt + 2 * k]);
                FloatVector lower = PreferredVectors.all(weights[weightsAt + 2 * k + 1]);
                FloatVector value = FloatVector.fromArray(FLOATS, block, at);
                a = PreferredVectors.plus(a, value, upper);
                e = PreferredVectors.plus(e, value, lower);
                value = FloatVector.fromArray(FLOATS, block, at + COUNT);
                b = PreferredVectors.plus(b, value, upper);
                f = PreferredVectors.plus(f, value, lower);
                value = FloatVector.fromArray(FLOATS, block, at + 2 * COUNT);
                c = PreferredVectors.plus(c, value, upper);
                g = PreferredVectors.plus(g, value, lower);
                value = FloatVector.fromArray(FLOATS, block, at + 3 * COUNT);
                d = PreferredVectors.plus(d, value, upper);
                h = PreferredVectors.plus(h, value, lower);
            }
            a.intoArray(tile, to + i);
            b.intoArray(tile, to + i + COUNT);
            c.intoArray(tile, to + i + 2 * COUNT);
            d.intoArray(tile, to + i + 3 * COUNT);
            e.intoArray(tile, to + i + WIDTH);
            f.intoArray(tile, to + i + WIDTH + COUNT);
            g.intoArray(tile, to + i + WIDTH + 2 * COUNT);
            h.intoArray(tile, to + i + WIDTH + 3 * COUNT);
        }
    }
}
