package dev.darkroom.pipeline.store;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectHead;
import dev.darkroom.spi.delivery.ObjectKey;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.PutResult;
import dev.darkroom.spi.delivery.StoredObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** An object store in the heap of this process. The number of objects is not limited, so it is meant for tests and trials. Thread-safe. */
public final class MemoryStore implements ObjectStore {
    private static final Map<String, Map<String, StoredObject>> NAMED = new ConcurrentHashMap<>();

    private final String name;
    private final Map<String, StoredObject> objects;

    private MemoryStore(String name, Map<String, StoredObject> objects) {
        this.name = name;
        this.objects = objects;
    }

    /** Creates an empty store that is not shared. */
    public static MemoryStore create() {
        return new MemoryStore("memory store", new ConcurrentHashMap<>());
    }

    /** The store with this name, which all callers in this process share. Closing it keeps the objects. */
    public static MemoryStore named(String name) {
        return new MemoryStore("memory store " + name, NAMED.computeIfAbsent(name, n -> new ConcurrentHashMap<>()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<StoredObject> get(String key, long maxBytes) throws ImageException {
        StoredObject found = objects.get(ObjectKey.checked(key));
        if (found != null && found.head().length() > maxBytes) {
            throw ImageException.overLimit(
                    Failure.OverLimit.Kind.BYTES,
                    "file size limit in bytes",
                    found.head().length(),
                    maxBytes);
        }
        return Optional.ofNullable(found);
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        return Optional.ofNullable(objects.get(ObjectKey.checked(key))).map(StoredObject::head);
    }

    @Override
    public PutResult put(String key, Bytes content, PutOptions options) {
        String etag = content.sha256();
        StoredObject replacement = new StoredObject(
                content, new ObjectHead(content.length(), etag, options.contentType(), options.metadata()));
        AtomicBoolean stored = new AtomicBoolean();
        objects.compute(ObjectKey.checked(key), (k, present) -> {
            stored.set(holds(options, present));
            return stored.get() ? replacement : present;
        });
        return stored.get() ? new PutResult.Stored(etag) : new PutResult.Refused();
    }

    private static boolean holds(PutOptions options, @Nullable StoredObject present) {
        if (options.requiresAbsent()) {
            return present == null;
        }
        return options.requiredEtag()
                .map(etag -> present != null && present.head().etag().equals(etag))
                .orElse(true);
    }

    @Override
    public PutResult copy(String from, String to, PutOptions options) throws ImageException {
        ObjectKey.checked(to);
        StoredObject source = objects.get(ObjectKey.checked(from));
        if (source == null) {
            throw ImageException.refused(name, "there is no such object to copy");
        }
        return put(to, source.content(), options);
    }

    @Override
    public void delete(String key) {
        objects.remove(ObjectKey.checked(key));
    }

    @Override
    public void close() {}
}
