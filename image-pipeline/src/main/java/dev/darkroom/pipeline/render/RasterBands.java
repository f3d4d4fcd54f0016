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

/** Pushes a whole raster in bands and checks the deadline between them. */
final class RasterBands {
    private static final int MAX_ROWS = 64;
    /** The most pixels of a band. Even the slowest consumer, deflate, takes about 40 ms for that many. */
    private static final int MAX_PIXELS = 1 << 18;
    /** The number of rows of a band is a multiple of this, so that in every layout a band starts at the start of a chroma row. */
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
        int rows = MAX_PIXELS / width / ROW_UNIT * ROW_UNIT;
        return Math.max(ROW_UNIT, Math.min(MAX_ROWS, rows));
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
