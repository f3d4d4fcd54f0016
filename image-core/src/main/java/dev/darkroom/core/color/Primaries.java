package dev.darkroom.core.color;

import dev.darkroom.core.ColorEncoding.Chromaticities;
import dev.darkroom.core.color.icc.Matrix3;
import dev.darkroom.core.color.icc.Pcs;
import dev.darkroom.core.color.icc.UnusableProfileException;

/** Matrices from linear RGB of given primaries, with Bradford adaptation from their white point to another. */
public final class Primaries {
    /** ICC.1:2022 annex E. */
    private static final Matrix3 BRADFORD =
            Matrix3.rows(0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296);

    private static final double SMALLEST_DETERMINANT = 1e-4;

    private Primaries() {}

    /**
     * The matrix from linear RGB to XYZ that maps white to {@code white}.
     *
     * <p>The primaries must be {@linkplain #check usable}.
     */
    static Matrix3 toXyz(Chromaticities c, double[] white) {
        double[] from = xyz(c.whiteX(), c.whiteY());
        Matrix3 unscaled = unscaled(c);
        double[] scale = unscaled.inverse().times(from[0], from[1], from[2]);
        Matrix3 own = unscaled.times(Matrix3.diagonal(scale[0], scale[1], scale[2]));
        return adaptation(from, white).times(own);
    }

    /** The matrix from linear RGB of these primaries to linear sRGB. It maps white to white. */
    public static Matrix3 toSrgb(Chromaticities c) throws UnusableProfileException {
        check(c);
        return Srgb.FROM_XYZ_D50.times(toXyz(c, Pcs.d50()));
    }

    /** Fails for coordinates that are no colour and for collinear primaries. All other input gives finite matrices. */
    private static void check(Chromaticities c) throws UnusableProfileException {
        double[] all = {c.whiteX(), c.whiteY(), c.redX(), c.redY(), c.greenX(), c.greenY(), c.blueX(), c.blueY()};
        for (double coordinate : all) {
            if (!(coordinate >= -1 && coordinate <= 2)) {
                throw new UnusableProfileException("a chromaticity of " + coordinate + " is not a colour");
            }
        }
        if (!isWhite(c.whiteX(), c.whiteY())) {
            throw new UnusableProfileException("a white point at " + c.whiteX() + ", " + c.whiteY() + " is not white");
        }
        if (Math.abs(unscaled(c).determinant()) < SMALLEST_DETERMINANT) {
            throw new UnusableProfileException("its primaries lie on one line");
        }
    }

    /** Whether all three cone responses are well above zero, so that the adaptation does not divide by a value near zero. */
    private static boolean isWhite(double x, double y) {
        if (y < 0.1) {
            return false;
        }
        double[] xyz = xyz(x, y);
        double[] cones = BRADFORD.times(xyz[0], xyz[1], xyz[2]);
        return cones[0] > 0.1 && cones[1] > 0.1 && cones[2] > 0.1;
    }

    private static Matrix3 unscaled(Chromaticities c) {
        return Matrix3.columns(
                new double[] {c.redX(), c.redY(), 1 - c.redX() - c.redY()},
                new double[] {c.greenX(), c.greenY(), 1 - c.greenX() - c.greenY()},
                new double[] {c.blueX(), c.blueY(), 1 - c.blueX() - c.blueY()});
    }

    private static double[] xyz(double x, double y) {
        return new double[] {x / y, 1, (1 - x - y) / y};
    }

    private static Matrix3 adaptation(double[] from, double[] to) {
        double[] source = BRADFORD.times(from[0], from[1], from[2]);
        double[] target = BRADFORD.times(to[0], to[1], to[2]);
        Matrix3 scale = Matrix3.diagonal(target[0] / source[0], target[1] / source[1], target[2] / source[2]);
        return BRADFORD.inverse().times(scale).times(BRADFORD);
    }
}
