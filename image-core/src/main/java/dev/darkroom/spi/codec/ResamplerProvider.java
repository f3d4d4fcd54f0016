package dev.darkroom.spi.codec;

import dev.darkroom.core.ImageException;

/** A provider that opens resamplers. The output of each differs from the Lanczos3 reference by at most one level. */
public interface ResamplerProvider extends Provider {
    /** The bytes that {@link #open} charges to memory, without the target raster. */
    long peakBytes(Resize resize);

    /**
     * Opens a resampler for one resize. The caller closes it.
     *
     * @param target raster of the shape of {@link Resize#target}; filled completely; owned by the caller
     */
    Resampler open(Resize resize, Raster target, Memory memory) throws ImageException;
}
