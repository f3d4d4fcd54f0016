package dev.darkroom.content;

import dev.darkroom.content.Manifest.Entry;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Placeholder;
import dev.darkroom.core.Rendition;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The writes of one version. No reader knows its objects before the switch. Not thread-safe. */
final class VersionWrites {
    /** The objects of a version are never overwritten, so clients may cache them forever. */
    private static final String CACHE_CONTROL = "public, max-age=31536000, immutable";

    private final ObjectStore store;
    private final ContentFolder folder;
    private final String version;
    private final List<String> keys = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    VersionWrites(ObjectStore store, ContentFolder folder, String version) {
        this.store = store;
        this.folder = folder;
        this.version = version;
    }

    void put(Rendition rendition) throws ImageException {
        String key = folder.object(version, rendition);
        keys.add(key);
        Bytes bytes = rendition.bytes();
        try {
            store.put(
                    key, bytes, PutOptions.contentType(rendition.contentType()).cacheControl(CACHE_CONTROL));
        } catch (ImageException e) {
            if (e.isWithoutEffect()) {
                keys.remove(key);
            }
            throw e;
        }
        entries.add(new Entry(
                rendition.name(),
                key,
                key,
                rendition.size().width(),
                rendition.size().height(),
                bytes.length(),
                rendition.contentType(),
                bytes.sha256()));
    }

    /**
     * @param urls function from a key to its URL
     */
    Manifest manifest(Optional<Placeholder> placeholder, UnaryOperator<String> urls) {
        return new Manifest(version, entries, placeholder).at(urls);
    }

    /** Keys of all objects that may have been stored, including those of writes without an answer. */
    List<String> keys() {
        return List.copyOf(keys);
    }

    /**
     * Deletes the objects of this version.
     *
     * @return keys of objects that could not be deleted
     */
    List<String> takeBack() {
        List<String> left = new ArrayList<>();
        for (String key : keys) {
            try {
                store.delete(key);
            } catch (ImageException e) {
                left.add(key);
            }
        }
        return left;
    }
}
