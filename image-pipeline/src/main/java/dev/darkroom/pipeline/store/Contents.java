package dev.darkroom.pipeline.store;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.Publication;
import dev.darkroom.spi.Delivery;
import dev.darkroom.spi.ObjectStore;
import dev.darkroom.spi.Publisher;
import java.util.Map;
import java.util.Optional;

/**
 * Contents of a store whose renditions replace each other whole. Under a content's folder lie
 *
 * <ul>
 *   <li>{@code {version}/{variant}.{ext}}: the renditions of one upload, never overwritten, so that a URL of them may be cached for ever;
 *   <li>{@code manifest.json}: which version is the content. The one write that changes it is on condition that nobody else did
 *       meanwhile; a reader sees all of the former upload or all of the new one;
 *   <li>{@code {variant}.{ext}}: copies of the current version under names that stay. They are renewed one by one right after the switch,
 *       so that for a moment, and after a crash in that moment until the next upload, they may be those of the former.
 * </ul>
 *
 * A replaced version's objects stay until the next upload or deletion: whoever read the manifest just before the switch still finds what
 * it names, and nobody has to wait or be swept up after. An upload that fails or loses the race removes what it stored.
 *
 * <p>Immutable; thread-safe, over processes too as far as the store keeps its conditions.
 */
public final class Contents implements Publisher {
    /** The property of the {@link Publication} that holds the manifest, as {@link Manifest#json}. */
    public static final String MANIFEST = "manifest";

    /**
     * @param store stays the caller's to close
     * @param folder template of a content's folder, such as {@code "{creatorId}/content-thumbnails/{contentId}"}: placeholders are
     *     attributes of the job
     * @throws IllegalArgumentException when the template is malformed or names a variant, an extension or a job
     */
    public Contents(ObjectStore store, String folder) {
        throw new UnsupportedOperationException();
    }

    /**
     * The same with URLs in manifests: the prefix and the key, percent-encoded. Without it, URLs are keys.
     *
     * @param prefix such as {@code "/media/"} or {@code "https://cdn.example/"}
     * @throws IllegalArgumentException when it has white space, quotes, angle brackets or a comma, which no HTML attribute could hold
     */
    public Contents urls(String prefix) {
        return this;
    }

    /**
     * Whether these attributes name a content.
     *
     * @throws IllegalArgumentException when one is missing or is not one safe path segment
     */
    @Override
    public void check(Map<String, String> attributes) {
        throw new UnsupportedOperationException();
    }

    /** The store's. */
    @Override
    public String name() {
        throw new UnsupportedOperationException();
    }

    /**
     * Replaces the content. References are the version's keys; the property {@link #MANIFEST} is the new manifest.
     *
     * @throws ImageException {@link dev.darkroom.core.Failure.Conflict} when another upload or deletion came between, which is now the
     *     content; {@link dev.darkroom.core.Failure.Unavailable} when the store failed: the former content stands, or, where the message
     *     says so, the new one does and some of the lasting names are still the former's. In each case trying again is safe.
     */
    @Override
    public Publication publish(Delivery delivery) throws ImageException {
        throw new UnsupportedOperationException();
    }

    /**
     * The content as it is now; empty when there is none, or it was deleted.
     *
     * @throws IllegalArgumentException as {@link #check}
     * @throws ImageException {@link dev.darkroom.core.Failure.Unavailable} when the store failed or holds something that is no manifest
     */
    public Optional<Manifest> read(Map<String, String> attributes) throws ImageException {
        return Optional.empty();
    }

    /**
     * Deletes the content whole. What is left is a manifest that says so: a store can delete nothing under a condition, so removing it
     * might remove an upload that came between. Deleting again finishes what a failure interrupted.
     *
     * @return whether there was a content
     * @throws IllegalArgumentException as {@link #check}
     * @throws ImageException {@link dev.darkroom.core.Failure.Conflict} when an upload came between, which stands;
     *     {@link dev.darkroom.core.Failure.Unavailable} when the store failed
     */
    public boolean delete(Map<String, String> attributes) throws ImageException {
        return !attributes.isEmpty();
    }
}
