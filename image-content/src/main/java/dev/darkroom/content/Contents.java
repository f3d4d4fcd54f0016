package dev.darkroom.content;

import dev.darkroom.content.ManifestObject.ReadResult;
import dev.darkroom.content.ManifestObject.ReplaceResult;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Rendition;
import dev.darkroom.pipeline.store.KeyTemplate;
import dev.darkroom.spi.delivery.Delivery;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.Publisher;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    private final ObjectStore store;
    private final KeyTemplate template;
    private final UnaryOperator<String> urls;

    /**
     * @param store stays the caller's to close
     * @param folder template of a content's folder, such as {@code "{creatorId}/content-thumbnails/{contentId}"}: placeholders are
     *     attributes of the job
     * @throws IllegalArgumentException when the template is malformed or names a variant, an extension, a job or a hash
     */
    public Contents(ObjectStore store, String folder) {
        this(store, KeyTemplate.parse(folder), key -> KeyUrl.of("", store.path(key)));
        if (template.hasOwn()) {
            throw new IllegalArgumentException("the folder \"" + folder
                    + "\" is of all versions of a content, so it may name attributes of the job only");
        }
    }

    private Contents(ObjectStore store, KeyTemplate template, UnaryOperator<String> urls) {
        this.store = store;
        this.template = template;
        this.urls = urls;
    }

    /**
     * The same with URLs in manifests, for a web server or a CDN that hands out the store's own folder or bucket: the prefix and
     * {@link ObjectStore#path}, percent-encoded. Without a prefix, URLs are the encoded paths alone.
     *
     * @param prefix where the store's location is on the web, such as {@code "/media/"} or {@code "https://cdn.example/"}
     * @throws IllegalArgumentException when it has white space, quotes, angle brackets, a comma, or what is not printable ASCII
     */
    public Contents urls(String prefix) {
        String checked = KeyUrl.checkedPrefix(prefix);
        return new Contents(store, template, key -> KeyUrl.of(checked, store.path(key)));
    }

    /**
     * The same with URLs in manifests, for a program that decodes the URL and asks the store for the key: the prefix and the key,
     * percent-encoded. Over a file store these are not the names of the files; for a web server of the folder use {@link #urls}.
     *
     * @param prefix as {@link #urls}
     * @throws IllegalArgumentException as {@link #urls}
     */
    public Contents keyUrls(String prefix) {
        String checked = KeyUrl.checkedPrefix(prefix);
        return new Contents(store, template, key -> KeyUrl.of(checked, key));
    }

    /**
     * Whether these attributes name a content.
     *
     * @throws IllegalArgumentException when one is missing or is not one safe path segment
     */
    @Override
    public void check(Map<String, String> attributes) {
        ContentFolder.of(template, attributes);
    }

    /** The store's. */
    @Override
    public String name() {
        return store.name();
    }

    /**
     * Replaces the content. References are the version's keys; the property {@link #MANIFEST} is the new manifest.
     *
     * @throws ImageException {@link Failure.Conflict} when another upload or deletion came between, which is what now stands;
     *     {@link Failure.Unavailable} when the store failed: the former content stands, or, where the message says so, the new one does
     *     and some of the lasting names are still the former's. In each case trying again is safe. What could not be removed is told as
     *     left behind.
     */
    @Override
    public Publication publish(Delivery delivery) throws ImageException {
        ContentFolder folder = folder(delivery);
        ManifestObject manifest = new ManifestObject(store, folder);
        ReadResult before = manifest.load();
        VersionWrites writes = new VersionWrites(store, folder, ContentState.newVersion());
        try {
            for (Rendition rendition : delivery.renditions()) {
                delivery.deadline().check();
                writes.put(rendition);
            }
            remove(before.state().former());
            delivery.deadline().check();
        } catch (ImageException e) {
            throw e.withLeftBehind(writes.takeBack());
        }
        Manifest next = writes.manifest(delivery.placeholder(), urls);
        ContentState state = ContentState.of(next, before.state().formerForNext(folder));
        ReplaceResult switched = manifest.replace(before, state);
        if (switched instanceof ReplaceResult.NotDone notDone) {
            throw notDone.why().withLeftBehind(writes.takeBack());
        }
        if (switched instanceof ReplaceResult.Unclear unclear) {
            throw unclear.why().withLeftBehind(writes.keys());
        }
        renewNames(state, folder, manifest);
        return publication(next);
    }

    /**
     * The content as it is now; empty when there is none, or it was deleted.
     *
     * @throws IllegalArgumentException as {@link #check}
     * @throws ImageException {@link Failure.Unavailable} when the store failed or holds something that is no manifest
     */
    public Optional<Manifest> read(Map<String, String> attributes) throws ImageException {
        ReadResult now = new ManifestObject(store, ContentFolder.of(template, attributes)).loadReadable();
        return now.state().manifest().map(stored -> stored.at(urls));
    }

    /**
     * Deletes the content whole. What is left is a manifest that says so: a store can delete nothing under a condition, so removing it
     * might remove an upload that came between. Deleting again finishes what a failure interrupted.
     *
     * @return whether there was a content
     * @throws IllegalArgumentException as {@link #check}
     * @throws ImageException {@link Failure.Conflict} when an upload came between, which stands; {@link Failure.Unavailable} when the
     *     store failed, or holds something that is no manifest: nobody knows then what there is to delete, until the next upload
     */
    public boolean delete(Map<String, String> attributes) throws ImageException {
        ContentFolder folder = ContentFolder.of(template, attributes);
        ManifestObject manifest = new ManifestObject(store, folder);
        ReadResult before = manifest.loadReadable();
        if (before.state().manifest().isEmpty()) {
            if (before.isThere()) {
                finish(before.state(), folder, manifest);
            }
            return false;
        }
        ContentState gone = ContentState.deleted(before.state().allKeys());
        ReplaceResult switched = manifest.replace(before, gone);
        if (switched instanceof ReplaceResult.NotDone notDone) {
            throw notDone.why();
        }
        if (switched instanceof ReplaceResult.Unclear unclear) {
            throw unclear.why();
        }
        finish(gone, folder, manifest);
        return true;
    }

    /** The deletion's second half: whatever still lies there. */
    private void finish(ContentState gone, ContentFolder folder, ManifestObject manifest) throws ImageException {
        remove(gone.former());
        new Aliases(store, folder, manifest).follow(gone);
    }

    private void remove(List<String> keys) throws ImageException {
        for (String key : keys) {
            store.delete(key);
        }
    }

    private void renewNames(ContentState state, ContentFolder folder, ManifestObject manifest) throws ImageException {
        try {
            new Aliases(store, folder, manifest).follow(state);
        } catch (ImageException e) {
            if (!(e.failure() instanceof Failure.Unavailable)) {
                throw e;
            }
            throw ImageException.unavailable(
                    name(),
                    "the content was replaced, but not all of its lasting names could be renewed; send it again",
                    e);
        }
    }

    private ContentFolder folder(Delivery delivery) throws ImageException {
        try {
            return ContentFolder.of(template, delivery.attributes());
        } catch (IllegalArgumentException e) {
            throw ImageException.defect(String.valueOf(e.getMessage()), e);
        }
    }

    private Publication publication(Manifest manifest) {
        Map<String, String> references = new LinkedHashMap<>();
        manifest.variants().forEach(entry -> references.put(entry.name(), entry.key()));
        String json = new String(manifest.json().toArray(), StandardCharsets.UTF_8);
        return new Publication(name(), references, Map.of(MANIFEST, json));
    }
}
