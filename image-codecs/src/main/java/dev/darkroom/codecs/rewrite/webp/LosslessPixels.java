package dev.darkroom.codecs.rewrite.webp;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.webp.Vp8lBitReader;
import dev.darkroom.core.webp.Vp8lCodeGroup;

/** Decodes a small VP8L picture, such as the entropy image that selects groups of prefix codes (RFC 9649, sections 3.5.2.1 and 3.6.2). */
final class LosslessPixels {
    private static final int HASH = 0x1E35A7BD;
    /**
     * Neighbour offset for each distance code minus one. The high nibble is the distance upwards. The low nibble is 8 minus the distance to
     * the left (figure in 3.6.2.2).
     */
    private static final int[] NEAR = {
        0x18, 0x07, 0x17, 0x19, 0x28, 0x06, 0x27, 0x29, 0x16, 0x1a, 0x26, 0x2a, 0x38, 0x05, 0x37, 0x39, 0x15, 0x1b,
                0x36, 0x3a, 0x25,
        0x2b, 0x48, 0x04, 0x47, 0x49, 0x14, 0x1c, 0x35, 0x3b, 0x46, 0x4a, 0x24, 0x2c, 0x58, 0x45, 0x4b, 0x34, 0x3c,
                0x03, 0x57, 0x59,
        0x13, 0x1d, 0x56, 0x5a, 0x23, 0x2d, 0x44, 0x4c, 0x55, 0x5b, 0x33, 0x3d, 0x68, 0x02, 0x67, 0x69, 0x12, 0x1e,
                0x66, 0x6a, 0x22,
        0x2e, 0x54, 0x5c, 0x43, 0x4d, 0x65, 0x6b, 0x32, 0x3e, 0x78, 0x01, 0x77, 0x79, 0x53, 0x5d, 0x11, 0x1f, 0x64,
                0x6c, 0x42, 0x4e,
        0x76, 0x7a, 0x21, 0x2f, 0x75, 0x7b, 0x31, 0x3f, 0x63, 0x6d, 0x52, 0x5e, 0x00, 0x74, 0x7c, 0x41, 0x4f, 0x10,
                0x20, 0x62, 0x6e,
        0x30, 0x73, 0x7d, 0x51, 0x5f, 0x40, 0x72, 0x7e, 0x61, 0x6f, 0x50, 0x71, 0x7f, 0x60, 0x70
    };

    private final int width;
    private final int[] pixels;
    private final int[] cache;
    private final int cacheBits;

    private LosslessPixels(int width, int height, int cacheBits) {
        this.width = width;
        this.pixels = new int[width * height];
        this.cacheBits = cacheBits;
        this.cache = new int[cacheBits > 0 ? 1 << cacheBits : 0];
    }

    /** Returns each pixel as 0xAARRGGBB. */
    static int[] read(Vp8lBitReader bits, Vp8lCodeGroup codes, int width, int height, int cacheBits)
            throws ImageException {
        LosslessPixels picture = new LosslessPixels(width, height, cacheBits);
        picture.read(bits, codes);
        return picture.pixels;
    }

    private void read(Vp8lBitReader bits, Vp8lCodeGroup codes) throws ImageException {
        for (int at = 0; at < pixels.length; ) {
            int symbol = codes.green().next(bits);
            if (symbol < Vp8lCodeGroup.LITERALS) {
                int red = codes.red().next(bits);
                int blue = codes.blue().next(bits);
                put(at++, codes.alpha().next(bits) << 24 | red << 16 | symbol << 8 | blue);
            } else if (symbol < Vp8lCodeGroup.LITERALS + Vp8lCodeGroup.LENGTHS) {
                int length = Vp8lCodeGroup.value(bits, symbol - Vp8lCodeGroup.LITERALS);
                int distance =
                        distance(Vp8lCodeGroup.value(bits, codes.distance().next(bits)));
                if (distance > at || length > pixels.length - at) {
                    throw ImageException.malformed("this WebP's lossless picture copies pixels that do not exist");
                }
                for (int i = 0; i < length; i++, at++) {
                    put(at, pixels[at - distance]);
                }
            } else {
                put(at++, cache[symbol - Vp8lCodeGroup.LITERALS - Vp8lCodeGroup.LENGTHS]);
            }
        }
    }

    private void put(int at, int pixel) {
        pixels[at] = pixel;
        if (cacheBits > 0) {
            cache[HASH * pixel >>> 32 - cacheBits] = pixel;
        }
    }

    private int distance(int code) {
        if (code > NEAR.length) {
            return code - NEAR.length;
        }
        int near = NEAR[code - 1];
        return Math.max(1, (near >> 4) * width + 8 - (near & 15));
    }
}
