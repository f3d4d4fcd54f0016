package dev.darkroom.pipeline;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.Band;
import dev.darkroom.spi.BandSink;
import dev.darkroom.spi.Deadline;
import dev.darkroom.spi.Layout;
import dev.darkroom.spi.Plane;
import dev.darkroom.spi.Raster;
import java.util.ArrayList;
import java.util.List;

/** Pushes a whole raster in bands, so that the deadline is looked at on the way. */
final class Bands {
    private static final int ROWS = 64;

    private Bands() {}

    static void push(Raster raster, BandSink sink, Deadline deadline) throws ImageException {
        int height = raster.spec().height();
        for (int top = 0; top < height; top += ROWS) {
            deadline.check();
            sink.accept(band(raster, top, Math.min(ROWS, height - top)));
        }
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
