package dev.darkroom.core.color.icc;

import java.util.ArrayList;
import java.util.List;

/** lutAToBType (ICC.1:2022 10.12): A curves, grid, M curves, matrix, B curves. Each except the last is optional. */
final class LutAToB {
    private static final int GRID_SIZES = 16;

    private LutAToB() {}

    static Lut parse(IccBytes tag, IccHeader header) throws UnusableProfileException {
        Lut.requireChannels(tag, header);
        int inputs = tag.u8(8);
        long b = tag.u32(12);
        long matrix = tag.u32(16);
        long m = tag.u32(20);
        long clut = tag.u32(24);
        long a = tag.u32(28);
        if (clut == 0 && inputs != Clut.OUTPUTS) {
            throw new UnusableProfileException(
                    "a lookup table has no grid between " + inputs + " and " + Clut.OUTPUTS + " channels");
        }
        List<LutStage> stages = new ArrayList<>();
        if (a != 0) {
            stages.add(curves(tag, a, inputs));
        }
        if (clut != 0) {
            stages.add(grid(tag.from(clut), inputs));
        }
        if (m != 0) {
            stages.add(curves(tag, m, Clut.OUTPUTS));
        }
        if (matrix != 0) {
            stages.add(matrix(tag.from(matrix)));
        }
        if (b != 0) {
            stages.add(curves(tag, b, Clut.OUTPUTS));
        }
        return new Lut(List.copyOf(stages), header.isLab() ? Pcs.LAB : Pcs.XYZ);
    }

    private static LutStage curves(IccBytes tag, long offset, int count) throws UnusableProfileException {
        return LutStage.curves(CurveParser.parseRow(tag.from(offset), count));
    }

    /** Reads 16 bytes of grid sizes, the width of a value, three bytes of padding, and the values. */
    private static LutStage grid(IccBytes bytes, int inputs) throws UnusableProfileException {
        int[] grid = new int[inputs];
        for (int i = 0; i < inputs; i++) {
            grid[i] = bytes.u8(i);
        }
        int width = bytes.u8(GRID_SIZES);
        if (width != 1 && width != 2) {
            throw new UnusableProfileException(
                    "a lookup table has values of " + width + " bytes (only 1 and 2 are supported)");
        }
        return Clut.of(bytes, GRID_SIZES + 4, grid, width);
    }

    private static LutStage matrix(IccBytes bytes) throws UnusableProfileException {
        double[] e = new double[12];
        for (int i = 0; i < e.length; i++) {
            e[i] = bytes.s15f16(4L * i);
        }
        return LutStage.matrix(Matrix3.rows(e[0], e[1], e[2], e[3], e[4], e[5], e[6], e[7], e[8]), e[9], e[10], e[11]);
    }
}
