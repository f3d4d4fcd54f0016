package dev.darkroom.spi.codec;

import java.time.Duration;

/**
 * The raster that a decoder will produce, with its memory and time costs.
 *
 * @param raster the raster in stored orientation; at most the stored size
 * @param scale exact ratio of raster pixels to stored pixels: 0.5 for a JPEG decoded at half size, even if odd sides were rounded up
 * @param peakBytes the maximum charged to {@link Memory} at one time, including charged allocations of foreign libraries
 * @param longestStep an estimate of the longest time between two calls of the sink
 */
public record DecodeReport(RasterSpec raster, double scale, long peakBytes, Duration longestStep) {
    /** A report for decoding at the stored size. */
    public DecodeReport(RasterSpec raster, long peakBytes, Duration longestStep) {
        this(raster, 1, peakBytes, longestStep);
    }
}
