package dev.darkroom.pipeline.render;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.BandSink;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.Raster;
import java.util.ArrayList;
import java.util.List;

/** Pushes a whole raster in bands, so that the deadline is looked at on the way. */
final class RasterBands {
    private static final int MOST_ROWS = 64;
    /** Of a band, so that even the slowest who takes it, deflate, gives it back within some 40 ms. */
    private static final int MOST_PIXELS = 1 << 18;
    /** Of which a band has a multiple: chroma of any layout begins with a row of its own. */
    private static final int ROW_UNIT = 16;

    private RasterBands() {}

    static void push(Raster raster, BandSink sink, Deadline deadline) throws ImageException {
        int height = raster.spec().height();
        int rows = rowsPerBand(raster.spec().width());
        for (int top = 0; top < height; top += rows) {
            deadline.check();
            sink.accept(band(raster, top, Math.min(rows, height - top)));
        }
    }

    private static int rowsPerBand(int width) {
        int rows = MOST_PIXELS / width / ROW_UNIT * ROW_UNIT;
        return Math.max(ROW_UNIT, Math.min(MOST_ROWS, rows));
    }

    private static Band band(Raster raster, int top, int rows) {
        Layout layout = raster.spec().layout();
        List<Plane> planes = new ArrayList<>();
        for (int plane = 0; plane < layout.planes(); plane++) {
            planes.add(raster.plane(plane).rows(top >> layout.shiftY(plane), layout.planeHeight(plane, rows)));
        }
        return new Band(raster.spec(), top, rows, planes);
    }
}
