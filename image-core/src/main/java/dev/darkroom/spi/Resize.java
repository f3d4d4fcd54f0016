package dev.darkroom.spi;

import dev.darkroom.core.Orientation;
import dev.darkroom.core.Region;
import dev.darkroom.core.Size;

/**
 * What to resample into what.
 *
 * @param source the raster whose bands will come
 * @param region the part of it to show, in its own (stored) pixels
 * @param orientation applied while writing
 * @param content size of the shown part as displayed, in pixels of the target
 * @param target the raster to write to: of the same layout as the source, but for YCbCr subsampling and range
 * @param left column of the target where the content starts
 * @param top row of the target where the content starts
 */
public record Resize(
        RasterSpec source, Region region, Orientation orientation, Size content, RasterSpec target, int left, int top) {}
