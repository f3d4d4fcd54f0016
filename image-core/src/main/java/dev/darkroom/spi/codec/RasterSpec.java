package dev.darkroom.spi.codec;

import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.Size;

/**
 * Shape and meaning of decoded pixels: what a decoder reports, a resampler fills and an encoder is opened for.
 *
 * @param color what the numbers mean once YCbCr is RGB; always sRGB at an encoder
 */
public record RasterSpec(Size size, Layout layout, ColorEncoding color) {
    /** sRGB pixels. */
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

    /** Bytes of all planes, rows without padding. */
    public long bytes() {
        long sum = 0;
        for (int plane = 0; plane < layout.planes(); plane++) {
            sum += (long) layout.rowBytes(plane, width()) * layout.planeHeight(plane, height());
        }
        return sum;
    }
}
