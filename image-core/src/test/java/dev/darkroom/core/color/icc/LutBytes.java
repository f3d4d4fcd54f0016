package dev.darkroom.core.color.icc;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Builds lookup-table tags for tests. A function of the device values fills the grid. */
public final class LutBytes {
    /** A function from device values in 0…1 to encoded connection-space values in 0…1. */
    public interface GridFunction {
        double[] of(double r, double g, double b);
    }

    private static final double[] UNIT = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    private LutBytes() {}

    static byte[] lut8(int points, GridFunction grid) {
        return lut8(points, UNIT, x -> x, x -> x, grid);
    }

    static byte[] lut8(
            int points, double[] matrix, DoubleUnaryOperator input, DoubleUnaryOperator output, GridFunction grid) {
        TagBytes tag = TagBytes.type("mft1").u8(3, 3, points, 0).s15f16(matrix);
        for (int i = 0; i < 3; i++) {
            tag.table8(256, input);
        }
        fill(tag, 3, points, 1, grid);
        for (int i = 0; i < 3; i++) {
            tag.table8(256, output);
        }
        return tag.bytes();
    }

    public static byte[] lut16(int points, DoubleUnaryOperator input, DoubleUnaryOperator output, GridFunction grid) {
        return lut16(3, points, input, output, grid);
    }

    public static byte[] lut16(
            int inputs, int points, DoubleUnaryOperator input, DoubleUnaryOperator output, GridFunction grid) {
        TagBytes tag =
                TagBytes.type("mft2").u8(inputs, 3, points, 0).s15f16(UNIT).u16(64, 32);
        for (int i = 0; i < inputs; i++) {
            tag.table16(64, input);
        }
        fill(tag, inputs, points, 2, grid);
        for (int i = 0; i < 3; i++) {
            tag.table16(32, output);
        }
        return tag.bytes();
    }

    /** A tag with all five stages. The A curves are equal, and so are the M curves and the B curves. */
    public static byte[] aToB(byte[] a, int points, int width, GridFunction grid, byte[] m, double[] matrix, byte[] b) {
        TagBytes clut =
                new TagBytes().u8(points, points, points).raw(new byte[13]).u8(width, 0, 0, 0);
        fill(clut, 3, points, width, grid);
        byte[] aCurves = row(a);
        byte[] mCurves = row(m);
        byte[] bCurves = row(b);
        int atB = 32;
        int atMatrix = atB + bCurves.length;
        int atM = atMatrix + 48;
        int atClut = atM + mCurves.length;
        int atA = atClut + (clut.size() + 3 & ~3);
        return TagBytes.type("mAB ")
                .u8(3, 3, 0, 0)
                .u32(atB, atMatrix, atM, atClut, atA)
                .raw(bCurves)
                .s15f16(matrix)
                .raw(mCurves)
                .raw(padded(clut.bytes()))
                .raw(aCurves)
                .bytes();
    }

    private static byte[] row(byte[] curve) {
        byte[] padded = padded(curve);
        return new TagBytes().raw(padded).raw(padded).raw(padded).bytes();
    }

    private static byte[] padded(byte[] data) {
        return Arrays.copyOf(data, data.length + 3 & ~3);
    }

    private static void fill(TagBytes tag, int inputs, int points, int width, GridFunction grid) {
        int total = (int) Math.pow(points, inputs);
        for (int i = 0; i < total; i++) {
            double last = points - 1.0;
            double r = i / (total / points) / last;
            double g = inputs == 1 ? r : i / points % points / last;
            double b = inputs == 1 ? r : i % points / last;
            for (double value : grid.of(r, g, b)) {
                if (width == 1) {
                    tag.u8((int) Math.round(255 * value));
                } else {
                    tag.u16((int) Math.round(65535 * value));
                }
            }
        }
    }
}
