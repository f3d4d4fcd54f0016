package dev.darkroom.pipeline.resample;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.Band;
import dev.darkroom.spi.Layout;
import dev.darkroom.spi.Memory;
import dev.darkroom.spi.Raster;
import dev.darkroom.spi.Resampler;
import dev.darkroom.spi.Resize;
import java.util.ArrayList;
import java.util.List;

/** Resizes each plane by itself, as its bands come. */
final class ScalarResampler implements Resampler {
    private final Layout layout;
    private final List<PlaneResampler> planes = new ArrayList<>();
    private final Memory.Charge charge;

    ScalarResampler(Resize resize, Raster target, Memory.Charge charge) {
        this.layout = resize.source().layout();
        this.charge = charge;
        for (int plane = 0; plane < layout.planes(); plane++) {
            PlaneTarget sink = new PlaneTarget(
                    target.plane(plane),
                    layout.channelsPerPlane(),
                    resize.orientation().transposes());
            planes.add(new PlaneResampler(PlaneResize.of(resize, plane), sink));
        }
    }

    @Override
    public void accept(Band band) throws ImageException {
        for (int plane = 0; plane < planes.size(); plane++) {
            planes.get(plane).accept(band.planes().get(plane), band.top() >> layout.shiftY(plane));
        }
    }

    @Override
    public void finish() throws ImageException {
        for (PlaneResampler plane : planes) {
            plane.finish();
        }
    }

    @Override
    public void close() {
        charge.close();
    }
}
