package dev.darkroom.spi.codec;

import dev.darkroom.core.ImageException;

/** Takes a raster's bands, once, from the top down, without gaps. */
@FunctionalInterface
public interface BandSink {
    /**
     * @param band borrowed: valid only during this call
     * @throws ImageException {@link dev.darkroom.core.Failure.Stopped} when the job is over; the producer then stops and lets it pass
     */
    void accept(Band band) throws ImageException;
}
