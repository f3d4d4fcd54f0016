package dev.darkroom.turbo.resample;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.resample.StripResampler;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.Resampler;
import dev.darkroom.spi.codec.ResamplerProvider;
import dev.darkroom.spi.codec.Resize;

/** Provides the Lanczos3 resampler on the Vector API. It is for processes that run longer than the JIT needs to compile it. */
public final class VectorResamplerProvider implements ResamplerProvider {
    @Override
    public String name() {
        return "vector";
    }

    @Override
    public int priority() {
        return 100;
    }

    @Override
    public Availability availability() {
        return VectorApiAccess.availability();
    }

    @Override
    public long peakBytes(Resize resize) {
        return StripResampler.peakBytes(resize, VectorApiAccess.kernels());
    }

    @Override
    public Resampler open(Resize resize, Raster target, Memory memory) throws ImageException {
        return StripResampler.open(resize, target, memory, VectorApiAccess.kernels());
    }
}
