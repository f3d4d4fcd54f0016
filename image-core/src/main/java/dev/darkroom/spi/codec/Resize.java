package dev.darkroom.spi.codec;

import dev.darkroom.core.Orientation;
import dev.darkroom.core.Region;

/**
 * What to resample into what.
 *
 * @param source the raster whose bands will come
 * @param region the part of it to show, in its own (stored) pixels
 * @param orientation applied while writing
 * @param target the raster to fill, upright: of the source's layout, but for the subsampling and range of YCbCr
 * @param linearLight whether light is summed instead of encoded levels, by sRGB's curve; never of YCbCr
 */
public record Resize(
        RasterSpec source, Region region, Orientation orientation, RasterSpec target, boolean linearLight) {
    /** Of levels as they are encoded. */
    public Resize(RasterSpec source, Region region, Orientation orientation, RasterSpec target) {
        this(source, region, orientation, target, false);
    }

    public Resize {
        if (source.layout().planes() != target.layout().planes()
                || source.layout().channelsPerPlane() != target.layout().channelsPerPlane()) {
            throw new IllegalArgumentException("cannot resample "
                    + source.layout().channels() + " into " + target.layout().channels());
        }
        if (linearLight && source.layout().isPlanar()) {
            throw new IllegalArgumentException(
                    "the light of " + source.layout().channels() + " is not known before it is RGB");
        }
    }
}
