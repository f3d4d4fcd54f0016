package dev.darkroom.spi;

import java.time.Duration;

/**
 * What a decoder will produce and what that takes.
 *
 * @param raster in stored orientation; at most the stored size
 * @param peakBytes the most that it will take from {@link Memory} at once, foreign allocations it charges included
 * @param longestStep an estimate of the longest stretch during which the sink is not called
 */
public record DecodeReport(RasterSpec raster, long peakBytes, Duration longestStep) {}
