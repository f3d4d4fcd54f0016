package dev.darkroom.spi;

import dev.darkroom.core.Orientation;
import dev.darkroom.core.Region;

/**
 * What to resample into what.
 *
 * @param source the raster whose bands will come
 * @param region the part of it to show, in its own (stored) pixels
 * @param orientation applied while writing
 * @param target the raster to fill, upright: of the source's layout, but for the subsampling and range of YCbCr
 */
public record Resize(RasterSpec source, Region region, Orientation orientation, RasterSpec target) {
    public Resize {
        if (source.layout().planes() != target.layout().planes()
                || source.layout().channelsPerPlane() != target.layout().channelsPerPlane()) {
            throw new IllegalArgumentException("cannot resample "
                    + source.layout().channels() + " into " + target.layout().channels());
        }
    }
}
