package dev.darkroom.spi.codec;

import dev.darkroom.core.Orientation;
import dev.darkroom.core.Region;

/**
 * The source, the region and the target of one resize.
 *
 * @param source the raster whose bands the resampler receives
 * @param region the part of the source to show, in stored pixels of the source
 * @param orientation orientation that is applied during writing
 * @param target the upright raster to fill; it has the source's layout, except that YCbCr subsampling and range may differ
 * @param linearLight whether to average linear light (by the sRGB curve) instead of encoded levels; never for YCbCr
 */
public record Resize(
        RasterSpec source, Region region, Orientation orientation, RasterSpec target, boolean linearLight) {
    /** A resize that averages encoded levels. */
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
                    source.layout().channels() + " has no linear light before its conversion to RGB");
        }
    }
}
