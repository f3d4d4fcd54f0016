package dev.darkroom.pipeline.pixel;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.Layout;
import dev.darkroom.spi.Memory;
import dev.darkroom.spi.Raster;
import dev.darkroom.spi.RasterSpec;

/** Full-range YCbCr 4:4:4 to RGB by JFIF's matrix (ITU-T T.871, section 7), in 16.16 fixed point. */
public final class YcbcrToRgb {
    private static final int RED_CR = fixed(1.402);
    private static final int GREEN_CB = fixed(0.344136286);
    private static final int GREEN_CR = fixed(0.714136286);
    private static final int BLUE_CB = fixed(1.772);
    private static final int HALF = 1 << 15;

    private YcbcrToRgb() {}

    /** A new raster, the caller's to close. */
    public static Raster convert(Raster source, Memory memory) throws ImageException {
        if (!source.spec().layout().equals(Layout.YCBCR_444)) {
            throw new IllegalArgumentException(
                    "full-range 4:4:4 only, not " + source.spec().layout());
        }
        RasterSpec spec = source.spec().withLayout(Layout.RGB);
        Raster target = Raster.allocate(spec, memory);
        int width = spec.width();
        byte[] luma = new byte[width];
        byte[] cb = new byte[width];
        byte[] cr = new byte[width];
        byte[] rgb = new byte[3 * width];
        for (int y = 0; y < spec.height(); y++) {
            source.plane(0).readRow(y, luma, 0);
            source.plane(1).readRow(y, cb, 0);
            source.plane(2).readRow(y, cr, 0);
            row(luma, cb, cr, rgb);
            target.plane(0).writeRow(y, rgb, 0);
        }
        return target;
    }

    private static void row(byte[] luma, byte[] cb, byte[] cr, byte[] rgb) {
        for (int x = 0, out = 0; x < luma.length; x++, out += 3) {
            int base = ((luma[x] & 0xFF) << 16) + HALF;
            int blue = (cb[x] & 0xFF) - 128;
            int red = (cr[x] & 0xFF) - 128;
            rgb[out] = clamped((base + RED_CR * red) >> 16);
            rgb[out + 1] = clamped((base - GREEN_CB * blue - GREEN_CR * red) >> 16);
            rgb[out + 2] = clamped((base + BLUE_CB * blue) >> 16);
        }
    }

    private static byte clamped(int value) {
        return (byte) Math.max(0, Math.min(255, value));
    }

    private static int fixed(double factor) {
        return (int) Math.round(factor * 65536);
    }
}
