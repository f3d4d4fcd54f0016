package dev.darkroom.core;

/** CIE 1931 xy coordinates of a white point and three primaries. */
public record Chromaticities(
        double whiteX,
        double whiteY,
        double redX,
        double redY,
        double greenX,
        double greenY,
        double blueX,
        double blueY) {
    /** Those of ITU-R BT.709 and sRGB, with the D65 white point. */
    public static final Chromaticities SRGB = new Chromaticities(0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06);
}
