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
 * How one set of pixels comes to be: resized, made upright sRGB, finished for its encoder.
 *
 * @param parent the larger one it is resized from, or null for the decoder's raster
 * @param resize its target is what the resampler fills
 * @param upright what that is after its colours were converted: what smaller ones are resized from
 * @param finished what the encoder takes
 * @param resizeBytes what the resampler takes while it works
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

    /** Whether YCbCr must become RGB between the resize and the encoder. */
    boolean leavesYcbcr() {
        return resize.target().layout().isPlanar() && !upright.layout().isPlanar();
    }

    /** Bytes of the rasters that last until the job's end. */
    long rasterBytes() {
        return Raster.bytes(resize.target()) + (leavesYcbcr() ? Raster.bytes(upright) : 0);
    }

    /** Bytes held only while it is finished and encoded. */
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
