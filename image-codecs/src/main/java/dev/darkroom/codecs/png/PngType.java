package dev.darkroom.codecs.png;

import dev.darkroom.core.ImageException;

/** PNG's colour types (PNG 3rd edition, table 8). */
enum PngType {
    GRAY(0, 1, 1 | 2 | 4 | 8 | 16),
    RGB(2, 3, 8 | 16),
    PALETTE(3, 1, 1 | 2 | 4 | 8),
    GRAY_ALPHA(4, 2, 8 | 16),
    RGBA(6, 4, 8 | 16);

    private final int code;
    private final int channels;
    /** Bit mask of the allowed depths, which are powers of two. */
    private final int depths;

    PngType(int code, int channels, int depths) {
        this.code = code;
        this.channels = channels;
        this.depths = depths;
    }

    static PngType of(int code, int depth) throws ImageException {
        for (PngType type : values()) {
            if (type.code == code && Integer.bitCount(depth) == 1 && (type.depths & depth) != 0) {
                return type;
            }
        }
        throw ImageException.malformed("this PNG states colour type " + code + " with a bit depth of " + depth
                + ", a combination that PNG does not allow");
    }

    int code() {
        return code;
    }

    /** Samples for each pixel; 1 for a palette index. */
    int channels() {
        return channels;
    }

    boolean hasAlpha() {
        return this == GRAY_ALPHA || this == RGBA;
    }
}
