package dev.darkroom.core.header.jpeg;

/** What a JPEG's components are. */
public enum JpegInks {
    GRAY(0),
    YCBCR(1),
    RGB(0),
    CMYK(0),
    YCCK(2);

    private final int adobeTransform;

    JpegInks(int adobeTransform) {
        this.adobeTransform = adobeTransform;
    }

    /** How Adobe's APP14 says it. */
    public int adobeTransform() {
        return adobeTransform;
    }

    public boolean areFour() {
        return this == CMYK || this == YCCK;
    }

    /** Nothing in T.81 says it; this is what libjpeg goes by, and with it everybody else. */
    public static JpegInks of(JpegHeader header) {
        return switch (header.frame().components().size()) {
            case 1 -> GRAY;
            case 3 -> header.isYcc() ? YCBCR : RGB;
            default -> header.adobeTransform() <= 0 ? CMYK : YCCK;
        };
    }
}
