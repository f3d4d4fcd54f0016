package dev.darkroom.core.color;

import dev.darkroom.core.ColorEncoding.Chromaticities;
import dev.darkroom.core.color.icc.UnusableProfileException;

/** Colour primaries of ITU-T H.273, table 2. */
final class CicpPrimaries {
    static final int BT709_PRIMARIES = 1;

    private CicpPrimaries() {}

    static Chromaticities primaries(int code) throws UnusableProfileException {
        return switch (code) {
            case BT709_PRIMARIES -> Chromaticities.SRGB;
            case 4 -> new Chromaticities(0.310, 0.316, 0.67, 0.33, 0.21, 0.71, 0.14, 0.08);
            case 5 -> d65(0.64, 0.33, 0.29, 0.60, 0.15, 0.06);
            case 6, 7 -> d65(0.630, 0.340, 0.310, 0.595, 0.155, 0.070);
            case 9 -> d65(0.708, 0.292, 0.170, 0.797, 0.131, 0.046);
            case 11 -> new Chromaticities(0.314, 0.351, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060);
            case 12 -> d65(0.680, 0.320, 0.265, 0.690, 0.150, 0.060);
            case 22 -> d65(0.630, 0.340, 0.295, 0.605, 0.155, 0.077);
            default -> throw new UnusableProfileException("colour primaries " + code + " are not known");
        };
    }

    private static Chromaticities d65(double rx, double ry, double gx, double gy, double bx, double by) {
        return new Chromaticities(0.3127, 0.3290, rx, ry, gx, gy, bx, by);
    }
}
