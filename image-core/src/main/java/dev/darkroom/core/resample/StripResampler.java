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

/** A resampler that resizes each plane separately, band by band, with the kernels of a given factory. */
public final class StripResampler implements Resampler {
    private final Layout layout;
    private final List<StripFeed> feeds = new ArrayList<>();
    private final Memory.Charge charge;

    private StripResampler(Layout layout, Memory.Charge charge) {
        this.layout = layout;
        this.charge = charge;
    }

    /** Opens a resampler. It charges its memory before it allocates. */
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

    /** The bytes that {@link #open} charges to memory. */
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

    /** The resize of each plane. Both chroma planes share the same one. */
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
        // The last strip was already computed when its last source row arrived.
    }

    @Override
    public void close() {
        charge.close();
    }
}
