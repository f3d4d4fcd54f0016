package dev.darkroom.pipeline.store;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import java.util.ArrayList;
import java.util.List;

/** The writes of one job to a store, with their undo. Not thread-safe. */
final class StoreWrites {
    private final ObjectStore store;
    private final List<String> created = new ArrayList<>();
    private final List<String> notOurs = new ArrayList<>();

    StoreWrites(ObjectStore store) {
        this.store = store;
    }

    /** Writes unconditionally, but records whether the object is new: only new objects may be deleted again. */
    void put(String key, Bytes content, PutOptions options) throws ImageException {
        boolean inDoubt = true;
        try {
            boolean absent = store.put(key, content, options.ifAbsent()).isStored();
            if (absent) {
                created.add(key);
            } else {
                store.put(key, content, options);
                notOurs.add(key);
            }
            inDoubt = false;
        } catch (ImageException e) {
            inDoubt = !e.isWithoutEffect();
            throw e;
        } finally {
            if (inDoubt) {
                notOurs.add(key);
            }
        }
    }

    /**
     * Deletes the objects that were created.
     *
     * @return keys that are left behind: they were overwritten, may have been written by an attempt without an answer, or could not be
     *     deleted
     */
    List<String> takeBack() {
        List<String> left = new ArrayList<>(notOurs);
        for (String key : created) {
            try {
                store.delete(key);
            } catch (ImageException e) {
                left.add(key);
            }
        }
        return left;
    }
}
