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
 * Ready-made pipeline for logos: three sizes, as WebP with transparency. An SVG also gets a first variant: its sanitized copy. An SVG needs
 * the module {@code image-svg} on the path; without it, an SVG is rejected as unsupported.
 */
public final class Logos {
    private Logos() {}

    /** The pipeline without a destination. Add {@link #in} or any other publisher. */
    public static PipelineBuilder pipeline() {
        return Pipeline.builder()
                .accept(JPEG, PNG, GIF, WEBP, SVG)
                .limits(Limits.untrusted().maxBytes(5 * Limits.MIB))
                .variant(Variant.rewritten("original").onlyFrom(SVG))
                .variant(Variant.named("sm").width(400))
                .variant(Variant.named("md").width(800))
                .variant(Variant.named("lg").within(1920, 1080))
                // Higher than the 80 of thumbnails: artefacts are easier to see on lettering than on photographs.
                .encode(webp().quality(90))
                .placeholder();
    }

    /**
     * Stores the logos under {@code {creatorId}/logos/{contentId}/sm.webp} and so on, and {@code original.svg}.
     *
     * @param store the store; the caller closes it
     */
    public static Contents in(ObjectStore store) {
        return new Contents(store, "{creatorId}/logos/{contentId}");
    }
}
