package dev.darkroom.spi.codec;

import java.time.Duration;

/**
 * What a decoder will produce and what that takes.
 *
 * @param raster in stored orientation; at most the stored size
 * @param scale raster pixels per stored pixel, exactly: 0.5 for a JPEG decoded at half its size, even where odd sides were rounded up
 * @param peakBytes the most that it will take from {@link Memory} at once, foreign allocations it charges included
 * @param longestStep an estimate of the longest stretch during which the sink is not called
 */
public record DecodeReport(RasterSpec raster, double scale, long peakBytes, Duration longestStep) {
    /** At the stored size. */
    public DecodeReport(RasterSpec raster, long peakBytes, Duration longestStep) {
        this(raster, 1, peakBytes, longestStep);
    }
}
