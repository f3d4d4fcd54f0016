package dev.darkroom.pipeline.pixel;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.color.ColorTransform;
import dev.darkroom.core.color.RgbRow;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.Raster;

/** Converts the colours of a YCbCr raster in place, row by row. Only one row of chroma at luma resolution is held at a time. */
final class PlanarColors {
    private static final int ROWS_BETWEEN_CHECKS = 64;

    private final ColorTransform transform;
    private final Bt601 matrix;
    private final Plane lumaPlane;
    private final ChromaRows cbRows;
    private final ChromaRows crRows;
    private final int rowsPerChroma;
    private final int width;
    private final byte[] bytes;
    private final int[] luma;
    private final int[] cb;
    private final int[] cr;
    private final RgbRow rgb;

    private PlanarColors(Raster raster, ColorTransform transform) {
        this.transform = transform;
        this.matrix = new Bt601(raster.spec().layout().range());
        this.width = raster.spec().width();
        this.lumaPlane = raster.plane(0);
        this.cbRows = new ChromaRows(raster.plane(1), raster.spec().layout(), width);
        this.crRows = new ChromaRows(raster.plane(2), raster.spec().layout(), width);
        this.rowsPerChroma = 1 << raster.spec().layout().shiftY(1);
        this.bytes = new byte[width];
        this.luma = new int[width];
        this.cb = new int[width];
        this.cr = new int[width];
        this.rgb = new RgbRow(width);
    }

    static void convert(Raster raster, ColorTransform transform, Deadline deadline) throws ImageException {
        PlanarColors colors = new PlanarColors(raster, transform);
        int height = raster.spec().height();
        for (int top = 0; top < height; top += colors.rowsPerChroma) {
            if (top % ROWS_BETWEEN_CHECKS == 0) {
                deadline.check();
            }
            colors.rows(top, Math.min(colors.rowsPerChroma, height - top));
        }
    }

    private void rows(int top, int count) {
        cbRows.next();
        crRows.next();
        for (int part = 0; part < count; part++) {
            row(top + part, part);
        }
        cbRows.replace(count);
        crRows.replace(count);
    }

    private void row(int y, int part) {
        lumaPlane.readRow(y, bytes, 0);
        SampleConversion.widen(bytes, luma, width);
        cbRows.interpolate(part, cb);
        crRows.interpolate(part, cr);
        matrix.red(luma, cr, rgb.red(), width);
        matrix.green(luma, cb, cr, rgb.green(), width);
        matrix.blue(luma, cb, rgb.blue(), width);
        transform.apply(rgb, width);
        matrix.luma(rgb, luma, width);
        matrix.cb(rgb, cb, width);
        matrix.cr(rgb, cr, width);
        cbRows.add(cb);
        crRows.add(cr);
        SampleConversion.narrow(luma, bytes, width);
        lumaPlane.writeRow(y, bytes, 0);
    }
}
