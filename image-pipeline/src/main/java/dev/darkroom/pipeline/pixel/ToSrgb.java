package dev.darkroom.pipeline.pixel;

import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.color.ColorConversion;
import dev.darkroom.core.color.ColorTransform;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;
import java.util.function.Consumer;

/** Converts upright pixels to sRGB in place. This happens after the resize, when there are fewer pixels. */
public final class ToSrgb {
    private static final int ROWS_BETWEEN_CHECKS = 64;

    private final ColorTransform transform;

    private ToSrgb(ColorTransform transform) {
        this.transform = transform;
    }

    /**
     * @param decoded the raster that the decoder reports
     * @param warn receives a warning if the picture's colour description cannot be used and sRGB is assumed
     */
    public static ToSrgb of(RasterSpec decoded, ColorModel model, Consumer<String> warn) {
        ColorConversion conversion = ColorTransform.from(decoded.color(), model == ColorModel.GRAY ? 1 : 3);
        if (conversion instanceof ColorConversion.Ignored ignored) {
            warn.accept(ignored.warning());
        }
        return new ToSrgb(conversion.transform());
    }

    public boolean isIdentity() {
        return transform.isIdentity();
    }

    /** Converts a raster of any layout. */
    public void convert(Raster raster, Deadline deadline) throws ImageException {
        if (isIdentity()) {
            return;
        }
        if (raster.spec().layout().isPlanar()) {
            PlanarColors.convert(raster, transform, deadline);
            return;
        }
        Plane plane = raster.plane(0);
        byte[] row = new byte[plane.rowBytes()];
        for (int y = 0; y < plane.rows(); y++) {
            if (y % ROWS_BETWEEN_CHECKS == 0) {
                deadline.check();
            }
            plane.readRow(y, row, 0);
            transform.apply(
                    row, 0, raster.spec().width(), raster.spec().layout().channelsPerPlane());
            plane.writeRow(y, row, 0);
        }
    }
}
