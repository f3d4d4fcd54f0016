package dev.darkroom.spi.codec;

import dev.darkroom.core.ImageException;

/** One resize operation. It receives the bands of the source raster and fills its part of the target raster. Not thread-safe. */
public interface Resampler extends BandSink, AutoCloseable {
    /** Call it after the last band. The target is complete when this method returns. */
    void finish() throws ImageException;

    /** May be called more than once. */
    @Override
    void close();
}
