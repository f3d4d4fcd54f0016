package dev.darkroom.pipeline.resample;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.resample.StripResampler;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.Resampler;
import dev.darkroom.spi.codec.ResamplerProvider;
import dev.darkroom.spi.codec.Resize;

/** The provider of the portable resampler. {@link java.util.ServiceLoader} finds it. It runs on every platform. */
public final class ScalarResamplerProvider implements ResamplerProvider {
    private static final ScalarKernelFactory KERNELS = new ScalarKernelFactory();

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public long peakBytes(Resize resize) {
        return StripResampler.peakBytes(resize, KERNELS);
    }

    @Override
    public Resampler open(Resize resize, Raster target, Memory memory) throws ImageException {
        return StripResampler.open(resize, target, memory, KERNELS);
    }
}
