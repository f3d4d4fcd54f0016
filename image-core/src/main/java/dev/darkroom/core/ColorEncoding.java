package dev.darkroom.core;

/** The colour encoding of a picture's pixel values, as given in its header. */
public sealed interface ColorEncoding {
    /** The shared instance of {@link Srgb}. */
    ColorEncoding SRGB = new Srgb();

    /** IEC 61966-2-1. It is also the default for a picture without colour information. */
    record Srgb() implements ColorEncoding {}

    /** An embedded ICC profile, not yet parsed. It is at most as long as the file that contains it. */
    record Icc(Bytes profile) implements ColorEncoding {}

    /** Code points of ITU-T H.273 for full-range RGB: colour primaries (table 2) and transfer characteristics (table 3). */
    record Cicp(int primaries, int transfer) implements ColorEncoding {}

    /**
     * The values of the PNG chunks gAMA and cHRM (PNG 3rd edition, 11.3.2.1 and 11.3.2.2).
     *
     * @param gamma the exponent of the encoding, such as 0.45455
     */
    record Gamma(double gamma, Chromaticities chromaticities) implements ColorEncoding {}

    /** CIE 1931 xy coordinates of a white point and three primaries. */
    record Chromaticities(
            double whiteX,
            double whiteY,
            double redX,
            double redY,
            double greenX,
            double greenY,
            double blueX,
            double blueY) {
        /** The values of ITU-R BT.709 and sRGB, with the D65 white point. */
        public static final Chromaticities SRGB =
                new Chromaticities(0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06);
    }
}
