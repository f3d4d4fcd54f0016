package dev.darkroom.core.color;

/**
 * Three curves to light, a matrix, and the sRGB curve back: matrix/TRC profiles and everything given by primaries. In fixed point, whose
 * error stays below a tenth of a level.
 */
final class MatrixTransform extends ColorTransform {
    private static final int LIGHT_BITS = 16;
    /** Of light that a curve may give: more than white only for a curve that is wrong. */
    private static final double MOST_LIGHT = 2;

    private static final int MOST_FACTOR_BITS = 12;
    private static final int STEP_BITS = Integer.numberOfTrailingZeros(Srgb.STEPS);

    private final int[] red;
    private final int[] green;
    private final int[] blue;
    private final int[] m = new int[9];
    private final int shift;

    /**
     * @param toSrgb from the curves' linear light to linear sRGB
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
            double light = Math.max(0, Math.min(MOST_LIGHT, curve.at(i / 255.0)));
            lights[i] = (int) Math.round(Math.scalb(light, LIGHT_BITS));
        }
        return lights;
    }

    /** As many as no sum of three products overflows with. */
    private static int factorBits(Matrix3 matrix) {
        double most = 0;
        for (int row = 0; row < 9; row += 3) {
            most = Math.max(most, Math.abs(matrix.m[row]) + Math.abs(matrix.m[row + 1]) + Math.abs(matrix.m[row + 2]));
        }
        int bits = MOST_FACTOR_BITS;
        while (bits > 0 && Math.scalb(most * MOST_LIGHT, LIGHT_BITS + bits + 1) > Integer.MAX_VALUE) {
            bits--;
        }
        return bits;
    }

    @Override
    void convert(byte[] row, int offset, int pixels, int stride) {
        byte[] encoded = Srgb.ENCODED;
        int half = 1 << shift - 1;
        int rr = m[0], rg = m[1], rb = m[2];
        int gr = m[3], gg = m[4], gb = m[5];
        int br = m[6], bg = m[7], bb = m[8];
        for (int p = 0, at = offset; p < pixels; p++, at += stride) {
            int r = red[row[at] & 0xff];
            int g = green[row[at + 1] & 0xff];
            int b = blue[row[at + 2] & 0xff];
            row[at] = encoded[step(rr * r + rg * g + rb * b + half >> shift)];
            row[at + 1] = encoded[step(gr * r + gg * g + gb * b + half >> shift)];
            row[at + 2] = encoded[step(br * r + bg * g + bb * b + half >> shift)];
        }
    }

    private static int step(int light) {
        return Math.max(0, Math.min(Srgb.STEPS, light));
    }
}
