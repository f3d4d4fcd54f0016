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
 * Brings the copies under lasting names after the manifest. Writers whose switches followed each other closely do this at the same time;
 * each looks at the manifest again afterwards and goes on until the one it followed is the one that is there, so that whoever ends last
 * leaves what the manifest says.
 */
record Aliases(ObjectStore store, ContentFolder folder, ManifestObject manifest) {
    /** So many others came between that one of them will end last. */
    private static final int TURNS = 16;

    /**
     * @throws ImageException when names could not be renewed, or it cannot be known which version they are to follow
     */
    void follow(ContentState switched) throws ImageException {
        ContentState state = switched;
        for (int turn = 0; turn < TURNS; turn++) {
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

    /** What failed: a version that was replaced twice meanwhile has no objects to copy any more. */
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

    /** Deletes the names that only the former version had. */
    private void removeUnused(ContentState state) throws ImageException {
        Set<String> used = state.keys().stream().map(folder::alias).collect(Collectors.toSet());
        for (String key : state.former()) {
            if (!used.contains(folder.alias(key))) {
                store.delete(folder.alias(key));
            }
        }
    }
}
