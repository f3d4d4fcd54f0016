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
 * A publisher that replaces the renditions of a content atomically. The folder of a content holds
 *
 * <ul>
 *   <li>{@code {version}/{variant}.{ext}}: the renditions of one upload. They are never overwritten, so their URLs may be cached forever.
 *   <li>{@code manifest.json}: names the current version. The single write that changes it is conditional on the manifest being unchanged
 *       since it was read. A reader sees either the whole former upload or the whole new one.
 *   <li>{@code {variant}.{ext}}: aliases, which are copies of the current version under names that do not change. They are renewed one
 *       by one right after the switch. During that time, aliases may still be copies of the former version. After a crash during that
 *       time, they stay so until the next upload.
 * </ul>
 *
 * The objects of a replaced version stay until the next upload or deletion. So a reader that read the manifest just before the switch
 * still finds its objects, and no lock or clean-up task is needed. An upload that fails or ends in a conflict removes the objects that
 * it stored.
 *
 * <p>Immutable. Thread-safe, and safe across processes if the store's conditional writes are.
 */
public final class Contents implements Publisher {
    /** The property of the {@link Publication} that holds the manifest, as {@link Manifest#json}. */
    public static final String MANIFEST = "manifest";

    private final ObjectStore store;
    private final KeyTemplate template;
    private final UnaryOperator<String> urls;

    /**
     * @param store the store; the caller closes it
     * @param folder template of a content's folder, such as {@code "{creatorId}/content-thumbnails/{contentId}"}; its placeholders are
     *     attributes of the job
     * @throws IllegalArgumentException when the template is malformed or has a placeholder for a variant, an extension, a job or a hash
     */
    public Contents(ObjectStore store, String folder) {
        this(store, KeyTemplate.parse(folder), key -> KeyUrl.of("", store.path(key)));
        if (template.hasOwn()) {
            throw new IllegalArgumentException("the folder \"" + folder
                    + "\" is shared by all versions of a content, so its placeholders must be attributes of the job");
        }
    }

    private Contents(ObjectStore store, KeyTemplate template, UnaryOperator<String> urls) {
        this.store = store;
        this.template = template;
        this.urls = urls;
    }

    /**
     * Returns a copy whose manifests have URLs for a web server or a CDN that serves the folder or bucket of the store. A URL is the prefix
     * and {@link ObjectStore#path}, percent-encoded. Without a prefix, URLs are the encoded paths alone.
     *
     * @param prefix URL of the store's location, such as {@code "/media/"} or {@code "https://cdn.example/"}
     * @throws IllegalArgumentException when the prefix has white space, quotes, angle brackets, backslashes, a comma, or other characters
     *     than printable ASCII
     */
    public Contents urls(String prefix) {
        String checked = KeyUrl.checkedPrefix(prefix);
        return new Contents(store, template, key -> KeyUrl.of(checked, store.path(key)));
    }

    /**
     * Returns a copy whose manifests have URLs for a program that decodes the URL and reads the key from the store. A URL is the prefix and
     * the key, percent-encoded. In a file store, keys may differ from file names; for a web server that serves the folder, use
     * {@link #urls}.
     *
     * @param prefix as {@link #urls}
     * @throws IllegalArgumentException as {@link #urls}
     */
    public Contents keyUrls(String prefix) {
        String checked = KeyUrl.checkedPrefix(prefix);
        return new Contents(store, template, key -> KeyUrl.of(checked, key));
    }

    /**
     * Checks that these attributes identify a content.
     *
     * @throws IllegalArgumentException when one is missing or is not one safe path segment
     */
    @Override
    public void check(Map<String, String> attributes) {
        ContentFolder.of(template, attributes);
    }

    /** The name of the store. */
    @Override
    public String name() {
        return store.name();
    }

    /**
     * Replaces the content. The references are the keys of the new version. The property {@link #MANIFEST} is the new manifest.
     *
     * @throws ImageException {@link Failure.Conflict} when another upload or deletion came in between, and its result is current;
     *     {@link Failure.Unavailable} when the store failed. Then the former content is current. If the message says so, the new content is
     *     current instead, and some aliases are still those of the former one. In each case, a retry is safe. Objects that could not be
     *     removed are reported as left behind.
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
        renewAliases(state, folder, manifest);
        return publication(next);
    }

    /**
     * Reads the manifest of the current content. Empty if there is no content, or if it was deleted.
     *
     * @throws IllegalArgumentException as {@link #check}
     * @throws ImageException {@link Failure.Unavailable} when the store failed or its manifest cannot be read
     */
    public Optional<Manifest> read(Map<String, String> attributes) throws ImageException {
        ReadResult now = new ManifestObject(store, ContentFolder.of(template, attributes)).loadReadable();
        return now.state().manifest().map(stored -> stored.at(urls));
    }

    /**
     * Deletes the content. A manifest that marks the deletion remains. Stores have no conditional delete, so a delete of the manifest
     * itself could remove an upload that came in between. To delete again completes a deletion that a failure interrupted.
     *
     * @return whether there was a content
     * @throws IllegalArgumentException as {@link #check}
     * @throws ImageException {@link Failure.Conflict} when an upload came in between, and its result is current;
     *     {@link Failure.Unavailable} when the store failed, or when its manifest cannot be read: then the objects to delete are unknown
     *     until the next upload
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

    /** The second step of a deletion: deletes the remaining objects and aliases. */
    private void finish(ContentState gone, ContentFolder folder, ManifestObject manifest) throws ImageException {
        remove(gone.former());
        new Aliases(store, folder, manifest).follow(gone);
    }

    private void remove(List<String> keys) throws ImageException {
        for (String key : keys) {
            store.delete(key);
        }
    }

    private void renewAliases(ContentState state, ContentFolder folder, ManifestObject manifest) throws ImageException {
        try {
            new Aliases(store, folder, manifest).follow(state);
        } catch (ImageException e) {
            if (!(e.failure() instanceof Failure.Unavailable)) {
                throw e;
            }
            throw ImageException.unavailable(
                    name(),
                    "the content was replaced, but not all of its aliases could be renewed; upload it again",
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
