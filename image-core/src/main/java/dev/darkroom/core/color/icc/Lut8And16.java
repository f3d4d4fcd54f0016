package dev.darkroom.core.color.icc;

import java.util.ArrayList;
import java.util.List;

/** lut8Type and lut16Type (ICC.1:2022 10.11 and 10.10): matrix, input tables, grid, output tables. */
final class Lut8And16 {
    private static final int MATRIX = 12;
    private static final int SIZES = 48;

    private Lut8And16() {}

    /**
     * @param width bytes per value: 1 for lut8Type, 2 for lut16Type
     */
    static Lut parse(IccBytes tag, IccHeader header, int width) throws UnusableProfileException {
        Lut.requireChannels(tag, header);
        int inputs = tag.u8(8);
        int points = tag.u8(10);
        int inputEntries = width == 1 ? 256 : tag.u16(SIZES);
        int outputEntries = width == 1 ? 256 : tag.u16(SIZES + 2);
        int[] grid = new int[inputs];
        long gridBytes = (long) Clut.OUTPUTS * width;
        for (int i = 0; i < inputs; i++) {
            grid[i] = points;
            gridBytes *= points;
        }
        long inputTables = width == 1 ? SIZES : SIZES + 4;
        long clut = inputTables + (long) inputs * inputEntries * width;
        long outputTables = clut + gridBytes;

        List<LutStage> stages = new ArrayList<>();
        if (inputs == 3) {
            stages.add(matrix(tag));
        }
        stages.add(tables(tag, inputTables, inputs, inputEntries, width));
        stages.add(Clut.of(tag, clut, grid, width));
        stages.add(tables(tag, outputTables, Clut.OUTPUTS, outputEntries, width));
        // The 8-bit encoding of Lab scales to the encoding of version 4. Only the 16-bit encoding is the older one.
        return new Lut(List.copyOf(stages), !header.isLab() ? Pcs.XYZ : width == 1 ? Pcs.LAB : Pcs.LAB_OF_LUT16);
    }

    /** The matrix. The standard defines it for XYZ input only. It is applied whenever it is present, as in lcms. */
    private static LutStage matrix(IccBytes tag) throws UnusableProfileException {
        double[] nine = new double[9];
        for (int i = 0; i < 9; i++) {
            nine[i] = tag.s15f16(MATRIX + 4L * i);
        }
        return LutStage.matrix(Matrix3.rows(nine), 0, 0, 0);
    }

    private static LutStage tables(IccBytes tag, long offset, int channels, int entries, int width)
            throws UnusableProfileException {
        Curve[] curves = new Curve[channels];
        for (int i = 0; i < channels; i++) {
            curves[i] = SampledCurve.of(tag, offset + (long) i * entries * width, entries, width);
        }
        return LutStage.curves(curves);
    }
}
