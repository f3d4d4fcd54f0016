package dev.darkroom.spi.codec;

import dev.darkroom.core.ImageException;

/** One resize: takes the source raster's bands and fills its part of the target raster. Not thread-safe. */
public interface Resampler extends BandSink, AutoCloseable {
    /** Called after the last band; the target is complete when it returns. */
    void finish() throws ImageException;

    /** May be called more than once. */
    @Override
    void close();
}
