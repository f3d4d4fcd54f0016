package dev.darkroom.pipeline.pixel;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;

/** Converts full-range YCbCr 4:4:4 to RGB by {@link Bt601}. */
public final class YcbcrToRgb {
    private static final int ROWS_BETWEEN_CHECKS = 64;

    private YcbcrToRgb() {}

    /** Returns a new raster; the caller closes it. */
    public static Raster convert(Raster source, Memory memory, Deadline deadline) throws ImageException {
        if (!source.spec().layout().equals(Layout.YCBCR_444)) {
            throw new IllegalArgumentException(
                    "full-range 4:4:4 only, not " + source.spec().layout());
        }
        RasterSpec spec = source.spec().withLayout(Layout.RGB);
        Raster target = Raster.allocate(spec, memory);
        int width = spec.width();
        Bt601 matrix = new Bt601(Layout.Range.FULL);
        byte[] row = new byte[3 * width];
        int[] luma = new int[width];
        int[] cb = new int[width];
        int[] cr = new int[width];
        int[] color = new int[width];
        for (int y = 0; y < spec.height(); y++) {
            if (y % ROWS_BETWEEN_CHECKS == 0) {
                deadline.check();
            }
            read(source.plane(0), y, row, luma, 1);
            read(source.plane(1), y, row, cb, Bt601.CHROMA_SCALE);
            read(source.plane(2), y, row, cr, Bt601.CHROMA_SCALE);
            matrix.red(luma, cr, color, width);
            write(color, row, 0);
            matrix.green(luma, cb, cr, color, width);
            write(color, row, 1);
            matrix.blue(luma, cb, color, width);
            write(color, row, 2);
            target.plane(0).writeRow(y, row, 0);
        }
        return target;
    }

    private static void read(Plane plane, int y, byte[] row, int[] levels, int scale) {
        plane.readRow(y, row, 0);
        for (int x = 0; x < levels.length; x++) {
            levels[x] = (row[x] & 0xFF) * scale;
        }
    }

    private static void write(int[] color, byte[] row, int first) {
        for (int x = 0, at = first; x < color.length; x++, at += 3) {
            row[at] = (byte) color[x];
        }
    }
}
