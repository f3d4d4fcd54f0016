package dev.darkroom.testkit;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectHead;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.PutResult;
import dev.darkroom.spi.delivery.StoredObject;
import java.util.Optional;

/** An object store whose every operation fails as unavailable. */
public final class BrokenStore implements ObjectStore {
    public BrokenStore() {}

    @Override
    public String name() {
        return "broken store";
    }

    @Override
    public Optional<StoredObject> get(String key, long maxBytes) throws ImageException {
        throw down();
    }

    @Override
    public Optional<ObjectHead> head(String key) throws ImageException {
        throw down();
    }

    @Override
    public PutResult put(String key, Bytes content, PutOptions options) throws ImageException {
        throw down();
    }

    @Override
    public PutResult copy(String from, String to, PutOptions options) throws ImageException {
        throw down();
    }

    @Override
    public void delete(String key) throws ImageException {
        throw down();
    }

    @Override
    public void close() {
        // nothing is open
    }

    private ImageException down() {
        return ImageException.unavailable(name(), "503", null);
    }
}
