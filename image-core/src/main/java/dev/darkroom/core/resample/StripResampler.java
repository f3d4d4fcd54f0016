package dev.darkroom.core.resample;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.Resampler;
import dev.darkroom.spi.codec.Resize;
import java.util.ArrayList;
import java.util.List;

/** Resizes each plane by itself, as its bands come, with whichever kernel it is given. */
public final class StripResampler implements Resampler {
    private final Layout layout;
    private final List<StripFeed> feeds = new ArrayList<>();
    private final Memory.Charge charge;

    private StripResampler(Layout layout, Memory.Charge charge) {
        this.layout = layout;
        this.charge = charge;
    }

    /** Takes its memory before it allocates. */
    public static Resampler open(Resize resize, Raster target, Memory memory, StripKernelFactory kernels)
            throws ImageException {
        List<PlaneResize> planes = planes(resize, kernels);
        Memory.Charge charge = memory.charge(peakBytes(planes, kernels));
        StripResampler resampler = new StripResampler(resize.source().layout(), charge);
        for (int plane = 0; plane < planes.size(); plane++) {
            PlaneResize one = planes.get(plane);
            resampler.feeds.add(new StripFeed(one, kernels.open(one, target.plane(plane))));
        }
        return resampler;
    }

    /** What {@link #open} takes from memory. */
    public static long peakBytes(Resize resize, StripKernelFactory kernels) {
        return peakBytes(planes(resize, kernels), kernels);
    }

    private static long peakBytes(List<PlaneResize> planes, StripKernelFactory kernels) {
        long sum = 0;
        for (PlaneResize plane : planes) {
            sum += StripFeed.keptBytes(plane) + plane.tapBytes() + kernels.bytes(plane);
        }
        return sum;
    }

    /** Both chroma planes are resized alike. */
    private static List<PlaneResize> planes(Resize resize, StripKernelFactory kernels) {
        PlaneResize first = PlaneResize.of(resize, 0, kernels.mostStripRows());
        if (!resize.source().layout().isPlanar()) {
            return List.of(first);
        }
        PlaneResize chroma = PlaneResize.of(resize, 1, kernels.mostStripRows());
        return List.of(first, chroma, chroma);
    }

    @Override
    public void accept(Band band) {
        for (int plane = 0; plane < feeds.size(); plane++) {
            feeds.get(plane).accept(band.planes().get(plane), band.top() >> layout.shiftY(plane));
        }
    }

    @Override
    public void finish() {
        // the last strip was made when its last source row came
    }

    @Override
    public void close() {
        charge.close();
    }
}
