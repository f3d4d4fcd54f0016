package dev.darkroom.spi.codec;

import dev.darkroom.core.ImageException;

/** Receives the bands of one raster in order from top to bottom, without gaps. Each row is passed once. */
@FunctionalInterface
public interface BandSink {
    /**
     * @param band borrowed: valid only during this call
     * @throws ImageException {@link dev.darkroom.core.Failure.Stopped} when the job is over; the producer must stop and must not catch it
     */
    void accept(Band band) throws ImageException;
}
