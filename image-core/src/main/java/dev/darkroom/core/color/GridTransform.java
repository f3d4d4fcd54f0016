package dev.darkroom.core.color;

import dev.darkroom.core.color.icc.Lut;

/**
 * A transform of a lookup-table profile. The profile is sampled once on a grid of sRGB results. Pixels are interpolated in tetrahedra with
 * integer arithmetic. The grid has a point at every fifth level, so each point is exactly a level, and no level is more than two levels
 * away from a point.
 */
final class GridTransform extends ColorTransform {
    private static final int STEP = 5;
    private static final int POINTS = 255 / STEP + 1;
    private static final int Z = 3;
    private static final int Y = Z * POINTS;
    private static final int X = Y * POINTS;
    /** Grid units per level. */
    private static final int SCALE = 128;

    private static final int DIVISOR = SCALE * STEP;

    private final short[] grid = new short[X * POINTS];

    GridTransform(Lut lut) {
        int at = 0;
        for (int r = 0; r < POINTS; r++) {
            for (int g = 0; g < POINTS; g++) {
                for (int b = 0; b < POINTS; b++) {
                    double[] xyz = lut.toXyz(level(r), level(g), level(b));
                    for (double light : Srgb.FROM_XYZ_D50.times(xyz[0], xyz[1], xyz[2])) {
                        grid[at++] = (short) Math.round(255 * SCALE * Srgb.encode(light));
                    }
                }
            }
        }
    }

    private static double level(int point) {
        return point / (POINTS - 1.0);
    }

    @Override
    void convert(RgbRow row, int pixels) {
        int[] color = new int[3];
        for (int p = 0; p < pixels; p++) {
            int r = row.red[p];
            int g = row.green[p];
            int b = row.blue[p];
            int low = r / STEP * X + g / STEP * Y + b / STEP * Z;
            interpolate(color, low, r % STEP, g % STEP, b % STEP);
            row.red[p] = color[0];
            row.green[p] = color[1];
            row.blue[p] = color[2];
        }
    }

    /**
     * Interpolates one pixel. For equal fractions the order of the axes does not matter. An axis with fraction 0 has step 0, so no step
     * leaves the grid.
     */
    private void interpolate(int[] color, int low, int fr, int fg, int fb) {
        int stepR = fr == 0 ? 0 : X;
        int stepG = fg == 0 ? 0 : Y;
        int stepB = fb == 0 ? 0 : Z;
        int high = low + stepR + stepG + stepB;
        int first;
        int last;
        int afterFirst;
        int beforeLast;
        if (fr >= fg && fr >= fb) {
            first = fr;
            afterFirst = low + stepR;
        } else if (fg >= fb) {
            first = fg;
            afterFirst = low + stepG;
        } else {
            first = fb;
            afterFirst = low + stepB;
        }
        if (fb <= fr && fb <= fg) {
            last = fb;
            beforeLast = high - stepB;
        } else if (fg <= fr) {
            last = fg;
            beforeLast = high - stepG;
        } else {
            last = fr;
            beforeLast = high - stepR;
        }
        int middle = fr + fg + fb - first - last;
        for (int c = 0; c < 3; c++) {
            int sum = (STEP - first) * grid[low + c]
                    + (first - middle) * grid[afterFirst + c]
                    + (middle - last) * grid[beforeLast + c]
                    + last * grid[high + c];
            color[c] = (sum + DIVISOR / 2) / DIVISOR;
        }
    }
}
