package dev.darkroom.pipeline.store;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectHead;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.PutResult;
import dev.darkroom.spi.delivery.StoredObject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A wrapper of a store that fails where the test tells it to. */
public final class FaultyStore implements ObjectStore {
    public static final Failure FAILURE = new Failure.Unavailable("faulty store", "told to fail", true);

    private final ObjectStore store;
    private final Set<String> failing = new HashSet<>();
    private final Set<String> refusing = new HashSet<>();
    private boolean refusesAll;
    private boolean failDeletions;
    private int puts;
    private PutOptions lastOptions = PutOptions.plain();
    private Runnable afterPut = () -> {};

    public FaultyStore(ObjectStore store) {
        this.store = store;
    }

    public void failPutsOf(String key) {
        failing.add(key);
    }

    /** Refuses writes of this key, as an S3 service does with status 403. */
    public void refusePutsOf(String key) {
        refusing.add(key);
    }

    public void refuseAllPuts() {
        refusesAll = true;
    }

    public void failDeletions() {
        failDeletions = true;
    }

    void afterPut(Runnable action) {
        afterPut = action;
    }

    int puts() {
        return puts;
    }

    PutOptions lastOptions() {
        return lastOptions;
    }

    @Override
    public String name() {
        return "faulty store";
    }

    @Override
    public String path(String key) {
        return store.path(key);
    }

    @Override
    public Optional<StoredObject> get(String key, long maxBytes) throws ImageException {
        return store.get(key, maxBytes);
    }

    @Override
    public Optional<ObjectHead> head(String key) throws ImageException {
        return store.head(key);
    }

    @Override
    public PutResult put(String key, Bytes content, PutOptions options) throws ImageException {
        puts++;
        lastOptions = options;
        if (failing.contains(key)) {
            throw new ImageException(FAILURE);
        }
        if (refusesAll || refusing.contains(key)) {
            throw ImageException.refused(name(), "403").withoutEffect();
        }
        PutResult result = store.put(key, content, options);
        afterPut.run();
        return result;
    }

    @Override
    public PutResult copy(String from, String to, PutOptions options) throws ImageException {
        return store.copy(from, to, options);
    }

    @Override
    public void delete(String key) throws ImageException {
        if (failDeletions) {
            throw new ImageException(FAILURE);
        }
        store.delete(key);
    }

    @Override
    public void close() {
        store.close();
    }
}
