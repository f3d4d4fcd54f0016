package dev.darkroom.pipeline.store;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Source;
import dev.darkroom.spi.delivery.ObjectStore;

/** A source that reads an object of an object store, such as an upload in a staging bucket. */
public final class StoreSource implements Source {
    private final ObjectStore store;
    private final String key;

    public StoreSource(ObjectStore store, String key) {
        this.store = store;
        this.key = key;
    }

    @Override
    public Bytes read(long maxBytes) throws ImageException {
        return store.get(key, maxBytes)
                .orElseThrow(() -> ImageException.refused(store.name(), "there is no such object"))
                .content();
    }
}
