package dev.darkroom.core.header.jpeg;

/**
 * The colour space of a JPEG's components. ITU-T T.81 does not define it. This library follows the rule of libjpeg
 * (default_decompress_parms in jdapimin.c), which ImageMagick, libvips and browsers use.
 *
 * <p>Three components: see {@link JpegHeader#isYcc}. Four components:
 *
 * <ul>
 *   <li>without an Adobe APP14 segment, or with transform 0: CMYK;
 *   <li>with transform 2, or any other value than 0: YCCK. Its first three components are YCbCr (JFIF 1.02) of the inks C, M and Y
 *       (255 is full ink) instead of R, G and B. Black is stored as in CMYK.
 *   <li>The ids of the components, such as 'C', 'M', 'Y', 'K', and JFIF are ignored.
 *   <li>An APP14 segment is used if it has at least 12 bytes of data and starts with "Adobe". If there are several, the last one before
 *       the first scan is used.
 *   <li>The inks of CMYK are always stored inverted: 0 is full ink and 255 is no ink. Adobe's files are stored so, and no field in the
 *       file states it. ImageMagick, libvips and Chromium read all four-component files this way, with or without an Adobe segment and
 *       with or without an ICC profile. An ICC profile uses the opposite scale (0 is no ink), so its input is the complement of the
 *       stored value.
 * </ul>
 */
public enum JpegColorSpace {
    GRAY(0),
    YCBCR(1),
    RGB(0),
    CMYK(0),
    YCCK(2);

    private final int adobeTransform;

    JpegColorSpace(int adobeTransform) {
        this.adobeTransform = adobeTransform;
    }

    /** The transform value for an Adobe APP14 segment. */
    public int adobeTransform() {
        return adobeTransform;
    }

    public boolean areFour() {
        return this == CMYK || this == YCCK;
    }

    public static JpegColorSpace of(JpegHeader header) {
        return switch (header.frame().components().size()) {
            case 1 -> GRAY;
            case 3 -> header.isYcc() ? YCBCR : RGB;
            default -> header.adobeTransform() <= 0 ? CMYK : YCCK;
        };
    }
}
