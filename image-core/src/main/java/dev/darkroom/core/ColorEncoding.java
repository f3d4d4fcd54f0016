package dev.darkroom.core;

/** What the numbers of a picture's pixels mean, as its header says. */
public sealed interface ColorEncoding {
    /** The one value of {@link Srgb}. */
    ColorEncoding SRGB = new Srgb();

    /** IEC 61966-2-1, also assumed where a picture says nothing. */
    record Srgb() implements ColorEncoding {}

    /** An embedded ICC profile, not yet parsed; at most as long as the file it came from. */
    record Icc(Bytes profile) implements ColorEncoding {}

    /** Code points of ITU-T H.273: colour primaries (table 2) and transfer characteristics (table 3), full range, RGB. */
    record Cicp(int primaries, int transfer) implements ColorEncoding {}

    /**
     * PNG's gAMA and cHRM (PNG 3rd edition, 11.3.2.1 and 11.3.2.2).
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
