package dev.darkroom.pipeline.resample;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.Memory;
import dev.darkroom.spi.Raster;
import dev.darkroom.spi.Resampler;
import dev.darkroom.spi.ResamplerProvider;
import dev.darkroom.spi.Resize;

/** Found by {@link java.util.ServiceLoader}; runs anywhere. */
public final class ScalarResamplerProvider implements ResamplerProvider {
    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public long peakBytes(Resize resize) {
        long sum = 0;
        for (int plane = 0; plane < resize.source().layout().planes(); plane++) {
            sum += PlaneResize.of(resize, plane).workingBytes();
        }
        return sum;
    }

    @Override
    public Resampler open(Resize resize, Raster target, Memory memory) throws ImageException {
        Memory.Charge charge = memory.charge(peakBytes(resize));
        return new ScalarResampler(resize, target, charge);
    }
}
