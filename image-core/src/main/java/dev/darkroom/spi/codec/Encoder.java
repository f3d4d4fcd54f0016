package dev.darkroom.spi.codec;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;

/** A band sink with an output: takes every band of one raster, then finishes. Used by the thread that opened it alone. */
public interface Encoder extends BandSink, AutoCloseable {
    /** The encoded file, without any metadata; valid once the last band was accepted. */
    Bytes finish() throws ImageException;

    /** May be called more than once. */
    @Override
    void close();
}
