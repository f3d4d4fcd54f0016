package dev.darkroom.content;

import static dev.darkroom.core.Encoding.webp;
import static dev.darkroom.core.Format.GIF;
import static dev.darkroom.core.Format.JPEG;
import static dev.darkroom.core.Format.PNG;
import static dev.darkroom.core.Format.WEBP;

import dev.darkroom.core.Limits;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineBuilder;
import dev.darkroom.spi.delivery.ObjectStore;

/**
 * Ready-made pipeline for the pictures of a content: three sizes, as WebP. Nothing is enlarged: a smaller picture gets all three names at
 * its own size. Equal variants are encoded once.
 *
 * <pre>{@code
 * Contents thumbnails = ContentThumbnails.in(store).urls("/media/");
 * Pipeline pipeline = ContentThumbnails.pipeline().store(thumbnails).build();
 * Outcome outcome = pipeline.process(source, Map.of("creatorId", "c1", "contentId", "42"));
 * }</pre>
 */
public final class ContentThumbnails {
    private ContentThumbnails() {}

    /** The pipeline without a destination. Add {@link #in} or any other publisher. */
    public static PipelineBuilder pipeline() {
        return Pipeline.builder()
                .accept(JPEG, PNG, GIF, WEBP)
                .limits(Limits.untrusted().maxBytes(5 * Limits.MIB))
                .variant(Variant.named("sm").width(400))
                .variant(Variant.named("md").width(800))
                .variant(Variant.named("lg").within(1920, 1080))
                .encode(webp().quality(80))
                .placeholder();
    }

    /**
     * Stores the pictures under {@code {creatorId}/content-thumbnails/{contentId}/sm.webp} and so on.
     *
     * @param store the store; the caller closes it
     */
    public static Contents in(ObjectStore store) {
        return new Contents(store, "{creatorId}/content-thumbnails/{contentId}");
    }
}
