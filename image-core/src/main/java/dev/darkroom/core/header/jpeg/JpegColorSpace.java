package dev.darkroom.core.header.jpeg;

/**
 * What a JPEG's components are, and how four of them are stored. ITU-T T.81 does not say it. The rule here is the rule of libjpeg
 * (default_decompress_parms in jdapimin.c), which ImageMagick, libvips and browsers use.
 *
 * <p>Three components: see {@link JpegHeader#isYcc}. Four components:
 *
 * <ul>
 *   <li>without an Adobe APP14 segment, or with transform 0: CMYK;
 *   <li>with transform 2, or any other value than 0: YCCK. Its first three components are YCbCr (JFIF 1.02) with the inks C, M and Y
 *       (255 is full ink) in the place of R, G and B. Black is stored as in CMYK.
 *   <li>The ids of the components, such as 'C', 'M', 'Y', 'K', are not looked at, and neither is JFIF.
 *   <li>An APP14 segment counts if it has at least 12 bytes of data and starts with "Adobe". Of several, the last before the first
 *       scan counts.
 *   <li>The inks of CMYK are always stored inverted: 0 is full ink and 255 is none. Adobe's files are stored so. Nothing in a file says
 *       otherwise, and ImageMagick, libvips and Chromium read all four-component files so, with Adobe's segment or without it, and
 *       with an ICC profile or without one. An ICC profile counts inks the other way (0 is none), so its input is the complement of
 *       what is stored.
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

    /** How Adobe's APP14 says it. */
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
