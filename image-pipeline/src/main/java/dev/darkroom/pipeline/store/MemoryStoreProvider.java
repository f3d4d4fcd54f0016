package dev.darkroom.pipeline.store;

import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.ObjectStoreProvider;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Provider of memory stores. Opens {@code mem:name}. */
public final class MemoryStoreProvider implements ObjectStoreProvider {
    /** For {@link java.util.ServiceLoader}. */
    public MemoryStoreProvider() {}

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("mem");
    }

    @Override
    public ObjectStore open(URI location, Map<String, String> settings) {
        return MemoryStore.named(location.getSchemeSpecificPart());
    }
}
