package dev.darkroom.spi.codec;

import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.Size;

/**
 * Shape and colour encoding of decoded pixels. A decoder reports it, a resampler fills it, and an encoder is opened for it.
 *
 * @param color the colour encoding of the RGB values (after conversion from YCbCr); always sRGB for an encoder
 */
public record RasterSpec(Size size, Layout layout, ColorEncoding color) {
    /** A specification with sRGB pixels. */
    public static RasterSpec of(Size size, Layout layout) {
        return new RasterSpec(size, layout, ColorEncoding.SRGB);
    }

    public int width() {
        return size.width();
    }

    public int height() {
        return size.height();
    }

    public RasterSpec withSize(Size other) {
        return new RasterSpec(other, layout, color);
    }

    public RasterSpec withLayout(Layout other) {
        return new RasterSpec(size, other, color);
    }

    public RasterSpec withColor(ColorEncoding other) {
        return new RasterSpec(size, layout, other);
    }

    /** Bytes of all planes, without row padding. */
    public long bytes() {
        long sum = 0;
        for (int plane = 0; plane < layout.planes(); plane++) {
            sum += (long) layout.rowBytes(plane, width()) * layout.planeHeight(plane, height());
        }
        return sum;
    }
}
