package dev.darkroom.turbo.resample;

import static dev.darkroom.turbo.resample.PreferredVectors.COUNT;
import static dev.darkroom.turbo.resample.PreferredVectors.FLOATS;

import dev.darkroom.core.resample.LinearLight;
import dev.darkroom.core.resample.PlaneResize;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Filters transposed columns horizontally, with rows as lanes, and converts the sums to bytes. */
final class VectorRowSums {
    private static final int ROWS = VectorKernel.ROWS;
    /** A float to which a level is added: the sum has the rounded level in its lowest byte. */
    private static final float TO_INTEGER = 0x1p23f;

    private final int channels;
    private final PairedTaps taps;
    private final float bias;
    private final boolean linearLight;
    /** Sample {@code i} of row {@code r} at {@code i * ROWS + r}, not yet clamped. */
    private final float[] levels;
    /** Rows that are filtered. Values in rows beyond the strip's own are undefined. */
    private final int lanes;

    VectorRowSums(PlaneResize resize, BlockLayout blocks) {
        this.channels = resize.channels();
        this.taps = PairedTaps.of(resize.horizontal(), resize.fold().gain());
        this.bias = resize.fold().bias();
        this.linearLight = resize.linearLight();
        this.levels = new float[blocks.samples() * ROWS];
        this.lanes = (resize.stripRows() + 2 * COUNT - 1) / (2 * COUNT) * 2 * COUNT;
    }

    static long bytes(PlaneResize resize, BlockLayout blocks) {
        return 4L * blocks.samples() * ROWS + PairedTaps.bytes(resize.horizontal());
    }

    /**
     * @param base the index in the source row of the first sample in {@code turned}
     * @param firstPixel even
     */
    void sum(float[] turned, int base, int firstPixel, int pixels) {
        int stride = channels * ROWS;
        for (int x = 0; x < pixels; x += 2) {
            int pair = (firstPixel + x) / 2;
            int from = (taps.first()[pair] * channels - base) * ROWS;
            for (int c = 0; c < channels; c++) {
                int to = (x * channels + c) * ROWS;
                for (int row = 0; row < lanes; row += 2 * COUNT) {
                    sums(
                            turned,
                            from + c * ROWS + row,
                            stride,
                            taps.weights(),
                            pair * taps.count() * 2,
                            taps.count(),
                            bias,
                            levels,
                            to + row);
                }
            }
            if (channels == 4) {
                unpremultiply(levels, x * 4 * ROWS);
                unpremultiply(levels, (x + 1) * 4 * ROWS);
            }
            if (linearLight) {
                int colors = Math.min(3, channels) * ROWS;
                LinearLight.encode(levels, x * channels * ROWS, colors, bias);
                LinearLight.encode(levels, (x + 1) * channels * ROWS, colors, bias);
            }
        }
    }

    private static void sums(
            float[] turned,
            int from,
            int stride,
            float[] weights,
            int weightsAt,
            int taps,
            float bias,
            float[] levels,
            int to) {
        FloatVector a = PreferredVectors.all(bias);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        for (int k = 0; k < taps; k++) {
            int at = from + k * stride;
            FloatVector left = PreferredVectors.all(weights[weightsAt + 2 * k]);
            FloatVector right = PreferredVectors.all(weights[weightsAt + 2 * k + 1]);
            FloatVector value = FloatVector.fromArray(FLOATS, turned, at);
            a = PreferredVectors.plus(a, value, left);
            c = PreferredVectors.plus(c, value, right);
            value = FloatVector.fromArray(FLOATS, turned, at + COUNT);
            b = PreferredVectors.plus(b, value, left);
            d = PreferredVectors.plus(d, value, right);
        }
        a.intoArray(levels, to);
        b.intoArray(levels, to + COUNT);
        c.intoArray(levels, to + stride);
        d.intoArray(levels, to + stride + COUNT);
    }

    private void unpremultiply(float[] levels, int at) {
        for (int row = 0; row < lanes; row += COUNT) {
            FloatVector alpha = FloatVector.fromArray(FLOATS, levels, at + 3 * ROWS + row);
            VectorMask<Float> clear = alpha.lt(0.5f);
            FloatVector share = PreferredVectors.all(255f).div(alpha).blend(0f, clear);
            for (int c = 0; c < 3; c++) {
                FloatVector.fromArray(FLOATS, levels, at + c * ROWS + row)
                        .mul(share)
                        .intoArray(levels, at + c * ROWS + row);
            }
        }
    }

    /**
     * Packs four neighbouring samples of a row into each lane, lowest first: the samples from {@code 4 * i} on of row {@code r} at
     * {@code i * ROWS + r}.
     */
    void pack(int samples, float[] packed) {
        for (int i = 0; i < samples; i += 4) {
            for (int row = 0; row < lanes; row += COUNT) {
                int at = i * ROWS + row;
                IntVector four = integers(levels, at).and(0xFF);
                four = four.or(integers(levels, at + ROWS).lanewise(VectorOperators.LSHL, 8));
                four = four.or(integers(levels, at + 2 * ROWS).lanewise(VectorOperators.LSHL, 16));
                four = four.or(integers(levels, at + 3 * ROWS).lanewise(VectorOperators.LSHL, 24));
                four.reinterpretAsFloats().intoArray(packed, i / 4 * ROWS + row);
            }
        }
    }

    /** Converts samples to bytes: sample {@code i} of row {@code r} goes to {@code i * ROWS + r}. */
    void narrow(int samples, byte[] bytes) {
        for (int i = 0; i < samples; i++) {
            for (int row = 0; row < lanes; row += COUNT) {
                int at = i * ROWS + row;
                ((ByteVector) integers(levels, at)
                                .and(0xFF)
                                .convertShape(VectorOperators.I2B, PreferredVectors.BYTES, 0))
                        .intoArray(bytes, at);
            }
        }
    }

    /** The level in the lowest byte of each lane. The other bytes are not zero. */
    private static IntVector integers(float[] levels, int at) {
        return FloatVector.fromArray(FLOATS, levels, at)
                .max(0f)
                .min(255f)
                .add(TO_INTEGER)
                .reinterpretAsInts();
    }
}
