package dev.darkroom.codecs.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.png.PngHeader;
import dev.darkroom.core.header.png.PngImageHeader;
import dev.darkroom.spi.codec.Layout;

/**
 * The header fields that the decoding of the pixels depends on.
 *
 * @param depth bits for each sample
 * @param palette PLTE data, 3 bytes for each entry; empty except for {@link PngType#PALETTE}
 * @param transparency tRNS data; empty if absent
 * @param firstIdat offset of the first IDAT chunk
 */
record PngImage(
        Size size, int depth, PngType type, boolean interlaced, Bytes palette, Bytes transparency, int firstIdat) {

    static PngImage of(PngHeader header) throws ImageException {
        PngImageHeader image = header.image();
        PngType type = PngType.of(image.colorType(), image.bitDepth());
        if ((long) image.width() * type.channels() * 2 > Integer.MAX_VALUE - 64) {
            throw ImageException.unsupported(
                    "this PNG's rows of " + image.width() + " pixels do not fit into one array");
        }
        return new PngImage(
                Size.of(image.width(), image.height()),
                image.bitDepth(),
                type,
                image.interlaced(),
                header.palette(),
                header.transparency(),
                header.firstIdat());
    }

    /** Bits of a stored pixel. */
    int bitsPerPixel() {
        return depth * type.channels();
    }

    /** Bytes of a row of {@code width} pixels, without the filter byte. */
    int rowBytes(int width) {
        return Math.toIntExact(((long) width * bitsPerPixel() + 7) / 8);
    }

    /** Whether a tRNS chunk declares a transparent colour or palette alphas. */
    boolean isKeyed() {
        return !type.hasAlpha() && transparency.length() > 0;
    }

    Layout layout() {
        if (type.hasAlpha() || isKeyed()) {
            return Layout.RGBA;
        }
        return type == PngType.GRAY ? Layout.GRAY : Layout.RGB;
    }
}
