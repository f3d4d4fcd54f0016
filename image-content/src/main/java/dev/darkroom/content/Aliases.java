package dev.darkroom.content;

import dev.darkroom.content.Manifest.Entry;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The aliases of a content: copies of the current version under names that do not change. Writers whose manifest switches followed each
 * other closely renew the aliases at the same time. Each writer reads the manifest again after its renewal, and repeats until the manifest
 * is the one that it followed. So the last writer sets the aliases to the current manifest.
 */
record Aliases(ObjectStore store, ContentFolder folder, ManifestObject manifest) {
    /** Limit of renewals. After this many, another writer is still active and will renew the aliases last. */
    private static final int MAX_RENEWALS = 16;

    /**
     * @throws ImageException when aliases could not be renewed, or when the version that they must follow is unknown
     */
    void follow(ContentState switched) throws ImageException {
        ContentState state = switched;
        for (int renewal = 0; renewal < MAX_RENEWALS; renewal++) {
            ImageException failure = renew(state);
            ManifestObject.ReadResult now = manifest.loadReadable();
            boolean followed = now.is(state);
            if (failure != null && followed) {
                throw failure;
            }
            if (followed || !now.isThere()) {
                return;
            }
            state = now.state();
        }
    }

    /**
     * Copies the version's objects to the aliases. Returns the failure, or null on success. A version that was replaced twice in the
     * meantime has no objects left to copy.
     */
    private @Nullable ImageException renew(ContentState state) {
        try {
            for (Entry entry : state.manifest().map(Manifest::variants).orElse(List.of())) {
                PutOptions options = PutOptions.contentType(entry.contentType()).cacheControl("no-cache");
                store.copy(entry.key(), folder.alias(entry.key()), options);
            }
            removeUnused(state);
            return null;
        } catch (ImageException e) {
            return e;
        }
    }

    /** Deletes the aliases that only the former version had. */
    private void removeUnused(ContentState state) throws ImageException {
        Set<String> used = state.keys().stream().map(folder::alias).collect(Collectors.toSet());
        for (String key : state.former()) {
            if (!used.contains(folder.alias(key))) {
                store.delete(folder.alias(key));
            }
        }
    }
}
