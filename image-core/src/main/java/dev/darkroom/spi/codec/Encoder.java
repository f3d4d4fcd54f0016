package dev.darkroom.spi.codec;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;

/** A band sink that encodes one raster. Pass every band, then call {@link #finish}. Only the thread that opened it may use it. */
public interface Encoder extends BandSink, AutoCloseable {
    /** Returns the encoded file, without metadata. Call it only after the last band was accepted. */
    Bytes finish() throws ImageException;

    /** May be called more than once. */
    @Override
    void close();
}
