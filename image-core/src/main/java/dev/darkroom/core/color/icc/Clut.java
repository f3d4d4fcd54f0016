package dev.darkroom.core.color.icc;

import dev.darkroom.core.Bytes;

/**
 * A colour lookup table with one or three inputs and three outputs. It reads the values directly from the profile. Interpolation between
 * grid points is tetrahedral for three inputs and linear for one. Inputs are clamped to 0…1.
 */
final class Clut implements LutStage {
    static final int OUTPUTS = 3;

    private final Bytes table;
    private final boolean wide;
    private final int[] grid;
    private final int[] stride;

    private Clut(Bytes table, boolean wide, int[] grid, int[] stride) {
        this.table = table;
        this.wide = wide;
        this.grid = grid;
        this.stride = stride;
    }

    /**
     * Creates a table from its position in the profile.
     *
     * @param grid number of points per input; the first input varies slowest
     * @param bytesPerValue 1 or 2
     */
    static Clut of(IccBytes bytes, long offset, int[] grid, int bytesPerValue) throws UnusableProfileException {
        int[] stride = new int[grid.length];
        long values = OUTPUTS;
        for (int i = grid.length - 1; i >= 0; i--) {
            if (grid[i] < 2) {
                throw new UnusableProfileException(
                        "a lookup table has " + grid[i] + " grid points (at least 2 are needed)");
            }
            stride[i] = (int) values;
            values *= grid[i];
            bytes.require(offset, values * bytesPerValue);
        }
        return new Clut(bytes.part(offset, values * bytesPerValue).table(), bytesPerValue == 2, grid.clone(), stride);
    }

    @Override
    public void apply(double[] v) {
        if (grid.length == 1) {
            interpolate(v, clamp(v[0]) * (grid[0] - 1));
        } else {
            interpolate(v, clamp(v[0]) * (grid[0] - 1), clamp(v[1]) * (grid[1] - 1), clamp(v[2]) * (grid[2] - 1));
        }
    }

    private void interpolate(double[] v, double x) {
        int left = Math.min((int) x, grid[0] - 2);
        int at = left * stride[0];
        double fraction = x - left;
        for (int c = 0; c < OUTPUTS; c++) {
            v[c] = (1 - fraction) * value(at + c) + fraction * value(at + stride[0] + c);
        }
    }

    /** Interpolates along the axes from the cell's low corner to its high corner, in order of descending fraction. */
    private void interpolate(double[] v, double x, double y, double z) {
        int cellX = Math.min((int) x, grid[0] - 2);
        int cellY = Math.min((int) y, grid[1] - 2);
        int cellZ = Math.min((int) z, grid[2] - 2);
        double fx = x - cellX;
        double fy = y - cellY;
        double fz = z - cellZ;
        int low = cellX * stride[0] + cellY * stride[1] + cellZ * stride[2];
        int high = low + stride[0] + stride[1] + stride[2];
        double first = Math.max(fx, Math.max(fy, fz));
        double last = Math.min(fx, Math.min(fy, fz));
        double middle = fx + fy + fz - first - last;
        int afterFirst = low + (fx == first ? stride[0] : fy == first ? stride[1] : stride[2]);
        int beforeLast = high - (fz == last ? stride[2] : fy == last ? stride[1] : stride[0]);
        for (int c = 0; c < OUTPUTS; c++) {
            v[c] = (1 - first) * value(low + c)
                    + (first - middle) * value(afterFirst + c)
                    + (middle - last) * value(beforeLast + c)
                    + last * value(high + c);
        }
    }

    private double value(int index) {
        return wide ? table.u16(2 * index) / 65535.0 : table.u8(index) / 255.0;
    }

    private static double clamp(double x) {
        return x > 0 ? Math.min(x, 1) : 0;
    }
}
