package dev.darkroom.content;

import static dev.darkroom.core.Encoding.webp;
import static dev.darkroom.core.Format.GIF;
import static dev.darkroom.core.Format.JPEG;
import static dev.darkroom.core.Format.PNG;
import static dev.darkroom.core.Format.SVG;
import static dev.darkroom.core.Format.WEBP;

import dev.darkroom.core.Limits;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineBuilder;
import dev.darkroom.spi.delivery.ObjectStore;

/**
 * Logos in three sizes as WebP that keeps transparency, and of an SVG, first of all, its sanitized self. An SVG needs
 * {@code image-svg} on the path; without it, it is rejected as unsupported.
 */
public final class Logos {
    private Logos() {}

    /** Everything but where to: give it {@link #in} or any other publisher. */
    public static PipelineBuilder pipeline() {
        return Pipeline.builder()
                .accept(JPEG, PNG, GIF, WEBP, SVG)
                .limits(Limits.untrusted().maxBytes(5 * Limits.MIB))
                .variant(Variant.rewritten("original").onlyFrom(SVG))
                .variant(Variant.named("sm").width(400))
                .variant(Variant.named("md").width(800))
                .variant(Variant.named("lg").within(1920, 1080))
                // Above the thumbnails' 80: lettering shows what a photograph hides.
                .encode(webp().quality(90))
                .placeholder();
    }

    /**
     * Where they lie: {@code {creatorId}/logos/{contentId}/sm.webp} and so on, and {@code original.svg}.
     *
     * @param store stays the caller's to close
     */
    public static Contents in(ObjectStore store) {
        return new Contents(store, "{creatorId}/logos/{contentId}");
    }
}
