package dev.darkroom.pipeline.render;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.plan.Placement;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.spi.codec.Resize;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One rendering: a set of pixels that is resized, made upright in sRGB, and finished for its encoder.
 *
 * @param parent the larger rendering that this one is resized from, or null for the decoder's raster
 * @param resize the resize; its target is the raster that the resampler fills
 * @param upright the raster after colour conversion; smaller renderings are resized from it
 * @param finished the raster that the encoder takes
 * @param resizeBytes bytes that the resampler needs while it works
 */
public record Rendering(
        Placement placement,
        Encoding encoding,
        @Nullable Rendering parent,
        Resize resize,
        RasterSpec upright,
        RasterSpec finished,
        EncoderProvider encoder,
        long resizeBytes) {

    boolean isRoot() {
        return parent == null;
    }

    /** Whether YCbCr must be converted to RGB between the resize and the encoder. */
    boolean leavesYcbcr() {
        return resize.target().layout().isPlanar() && !upright.layout().isPlanar();
    }

    /** Bytes of the rasters that are held until the job ends. */
    long rasterBytes() {
        return Raster.bytes(resize.target()) + (leavesYcbcr() ? Raster.bytes(upright) : 0);
    }

    /** Bytes that are held only while the rendering is finished and encoded. */
    long encodeBytes() {
        return finishingBytes() + encoder.peakBytes(finished, encoding);
    }

    /** An estimate of the encoder's longest call. */
    Duration longestStep() {
        return encoder.longestStep(finished, encoding);
    }

    private long finishingBytes() {
        return finished.equals(upright) ? 0 : 2 * Raster.bytes(finished.withLayout(Layout.RGBA));
    }
}
