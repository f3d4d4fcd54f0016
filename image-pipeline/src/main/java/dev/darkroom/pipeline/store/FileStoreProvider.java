package dev.darkroom.pipeline.store;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.ObjectStoreProvider;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Provider of file stores. Opens {@code file:./data} (relative to the working directory) and {@code file:///srv/data}. */
public final class FileStoreProvider implements ObjectStoreProvider {
    /** For {@link java.util.ServiceLoader}. */
    public FileStoreProvider() {}

    @Override
    public String name() {
        return "file";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("file");
    }

    @Override
    public ObjectStore open(URI location, Map<String, String> settings) throws ImageException {
        return FileStore.open(folder(location));
    }

    private static Path folder(URI location) {
        if (location.isOpaque() && location.getFragment() == null) {
            return Path.of(location.getSchemeSpecificPart());
        }
        try {
            return Path.of(location);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "not a folder's URI: " + location + "; write file:./data or file:///srv/data", e);
        }
    }
}
