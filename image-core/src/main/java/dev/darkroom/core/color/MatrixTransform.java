package dev.darkroom.core.color;

import dev.darkroom.core.color.icc.Curve;
import dev.darkroom.core.color.icc.Matrix3;

/**
 * A transform of three curves to linear light, a matrix, and the sRGB curve. It serves matrix/TRC profiles and encodings given by
 * primaries. It uses fixed-point arithmetic with an error below a tenth of a level.
 */
final class MatrixTransform extends ColorTransform {
    private static final int LIGHT_BITS = 16;
    /** Maximum linear light of a curve. Only an incorrect curve gives more than white (1). */
    private static final double MAX_LIGHT = 2;

    private static final int MAX_FACTOR_BITS = 12;
    private static final int STEP_BITS = Integer.numberOfTrailingZeros(Srgb.STEPS);

    private final int[] red;
    private final int[] green;
    private final int[] blue;
    private final int[] m = new int[9];
    private final int shift;

    /**
     * @param toSrgb matrix from the curves' linear light to linear sRGB
     */
    MatrixTransform(Curve red, Curve green, Curve blue, Matrix3 toSrgb) {
        this.red = lights(red);
        this.green = lights(green);
        this.blue = lights(blue);
        int factorBits = factorBits(toSrgb);
        for (int i = 0; i < m.length; i++) {
            m[i] = (int) Math.round(Math.scalb(toSrgb.m[i], factorBits));
        }
        this.shift = LIGHT_BITS + factorBits - STEP_BITS;
    }

    private static int[] lights(Curve curve) {
        int[] lights = new int[256];
        for (int i = 0; i < lights.length; i++) {
            double light = Math.max(0, Math.min(MAX_LIGHT, curve.at(i / 255.0)));
            lights[i] = (int) Math.round(Math.scalb(light, LIGHT_BITS));
        }
        return lights;
    }

    /** The largest number of fraction bits at which no sum of three products overflows. */
    private static int factorBits(Matrix3 matrix) {
        double most = 0;
        for (int row = 0; row < 9; row += 3) {
            most = Math.max(most, Math.abs(matrix.m[row]) + Math.abs(matrix.m[row + 1]) + Math.abs(matrix.m[row + 2]));
        }
        int bits = MAX_FACTOR_BITS;
        while (bits > 0 && Math.scalb(most * MAX_LIGHT, LIGHT_BITS + bits + 1) > Integer.MAX_VALUE) {
            bits--;
        }
        return bits;
    }

    @Override
    void convert(RgbRow row, int pixels) {
        Lookup.replace(row.red, red, pixels);
        Lookup.replace(row.green, green, pixels);
        Lookup.replace(row.blue, blue, pixels);
        steps(row, 0, row.spareRed, pixels);
        steps(row, 3, row.spareGreen, pixels);
        steps(row, 6, row.spareBlue, pixels);
        Lookup.levels(row.spareRed, Srgb.ENCODED, row.red, pixels);
        Lookup.levels(row.spareGreen, Srgb.ENCODED, row.green, pixels);
        Lookup.levels(row.spareBlue, Srgb.ENCODED, row.blue, pixels);
    }

    /** Computes one row of the matrix. The result is light in steps of {@link Srgb#ENCODED}. */
    private void steps(RgbRow row, int first, int[] steps, int pixels) {
        steps(row.red, row.green, row.blue, m[first], m[first + 1], m[first + 2], shift, steps, pixels);
    }

    private static void steps(
            int[] red, int[] green, int[] blue, int r, int g, int b, int shift, int[] steps, int pixels) {
        int half = 1 << shift - 1;
        for (int p = 0; p < pixels; p++) {
            int light = r * red[p] + g * green[p] + b * blue[p] + half >> shift;
            steps[p] = Math.max(0, Math.min(Srgb.STEPS, light));
        }
    }
}
