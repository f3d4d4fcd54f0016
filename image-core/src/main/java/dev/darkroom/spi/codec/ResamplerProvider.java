package dev.darkroom.spi.codec;

import dev.darkroom.core.ImageException;

/** Opens resamplers. All agree within one level with the Lanczos3 reference, whichever runs. */
public interface ResamplerProvider extends Provider {
    /** What {@link #open} will take from memory, the target raster not counted. */
    long peakBytes(Resize resize);

    /**
     * @param target of {@link Resize#target}'s shape; filled whole; stays the caller's
     */
    Resampler open(Resize resize, Raster target, Memory memory) throws ImageException;
}
