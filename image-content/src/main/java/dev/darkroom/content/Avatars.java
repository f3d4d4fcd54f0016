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
 * Ready-made pipeline for avatars: the centre square of a picture in four sizes, as WebP. Each variant is named by its side in pixels.
 * Nothing is enlarged: a smaller picture gets all four names, the larger ones at the size of its own square.
 */
public final class Avatars {
    private Avatars() {}

    /** The pipeline without a destination. Add {@link #in} or any other publisher. */
    public static PipelineBuilder pipeline() {
        return Pipeline.builder()
                .accept(JPEG, PNG, GIF, WEBP)
                .limits(Limits.untrusted().maxBytes(5 * Limits.MIB))
                .variant(Variant.named("64").cover(64, 64))
                .variant(Variant.named("128").cover(128, 128))
                .variant(Variant.named("256").cover(256, 256))
                .variant(Variant.named("512").cover(512, 512))
                .encode(webp().quality(80))
                .placeholder();
    }

    /**
     * Stores the avatars under {@code {creatorId}/avatars/{contentId}/64.webp} and so on.
     *
     * @param store the store; the caller closes it
     */
    public static Contents in(ObjectStore store) {
        return new Contents(store, "{creatorId}/avatars/{contentId}");
    }
}
