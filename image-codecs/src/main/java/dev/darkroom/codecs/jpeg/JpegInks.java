package dev.darkroom.codecs.jpeg;

import dev.darkroom.core.header.JpegHeader;

/** What a JPEG's components are. */
enum JpegInks {
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
    int adobeTransform() {
        return adobeTransform;
    }

    boolean areFour() {
        return this == CMYK || this == YCCK;
    }

    /** Nothing in T.81 says it; this is what libjpeg goes by, and with it everybody else. */
    static JpegInks of(JpegHeader header) {
        return switch (header.frame().components().size()) {
            case 1 -> GRAY;
            case 3 -> header.isYcc() ? YCBCR : RGB;
            default -> header.adobeTransform() <= 0 ? CMYK : YCCK;
        };
    }
}
