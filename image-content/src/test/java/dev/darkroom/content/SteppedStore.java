package dev.darkroom.content;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.pipeline.store.FaultyStore;
import dev.darkroom.pipeline.store.MemoryStore;
import dev.darkroom.spi.delivery.ObjectHead;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.PutResult;
import dev.darkroom.spi.delivery.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** A memory store that runs a step or fails at its n-th call, and lists its keys. */
final class SteppedStore implements ObjectStore {
    private final MemoryStore store = MemoryStore.create();
    private final Set<String> everPut = ConcurrentHashMap.newKeySet();
    private int calls;
    private int at = Integer.MAX_VALUE;
    private Fault fault = Fault.NONE;
    private Step step = () -> {};
    private Step late = () -> {};

    /** The fault of a call. */
    enum Fault {
        NONE,
        /** The call has no effect. */
        REFUSED,
        /** The call has its effect, but the answer is lost. */
        UNANSWERED,
        /** Like REFUSED, but a conditional write is repeated when the store is mended. */
        LATE,
        /** A read returns an unrelated page under the object's own ETag. */
        GARBLED,
        /** No call has an effect any more, as if the process or the network had failed. */
        DEAD,
        /** Like UNANSWERED, and later reads are GARBLED. */
        UNANSWERED_THEN_GARBLED,
        /** Like LATE, and later reads have a wrong ETag. */
        LATE_THEN_MISNAMED;

        private boolean isLate() {
            return this == LATE || this == LATE_THEN_MISNAMED;
        }

        private boolean isUnanswered() {
            return this == UNANSWERED || this == UNANSWERED_THEN_GARBLED;
        }
    }

    interface Step {
        void run() throws ImageException;
    }

    private interface Call<T> {
        T run() throws ImageException;
    }

    /** Lets a call fail, counted from now on, starting with 1. */
    void failAt(int call, Fault how) {
        calls = 0;
        at = call;
        fault = how;
    }

    /** Runs a step before a call, counted from now on. The calls of the step itself are not counted. */
    void before(int call, Step taken) {
        calls = 0;
        at = call;
        fault = Fault.NONE;
        step = taken;
    }

    /**
     * Ends the fault.
     *
     * @return whether the call was reached
     */
    boolean mend() throws ImageException {
        boolean reached = calls >= at;
        late.run();
        late = () -> {};
        at = Integer.MAX_VALUE;
        fault = Fault.NONE;
        return reached;
    }

    SortedSet<String> keys() {
        SortedSet<String> present = new TreeSet<>(everPut);
        present.removeIf(key -> store.head(key).isEmpty());
        return present;
    }

    private <T> T call(Call<T> call) throws ImageException {
        calls++;
        if (fault == Fault.DEAD && calls >= at || (fault == Fault.REFUSED || fault.isLate()) && calls == at) {
            throw new ImageException(FaultyStore.FAILURE);
        }
        if (fault == Fault.NONE && calls == at) {
            at = Integer.MIN_VALUE; // The call was reached. The calls of the step itself must not be counted.
            step.run();
        }
        T answer = call.run();
        if (fault.isUnanswered() && calls == at) {
            throw new ImageException(FaultyStore.FAILURE);
        }
        return answer;
    }

    @Override
    public String name() {
        return "stepped store";
    }

    @Override
    public Optional<StoredObject> get(String key, long maxBytes) throws ImageException {
        return call(() -> store.get(key, maxBytes)).map(this::read);
    }

    private StoredObject read(StoredObject object) {
        ObjectHead head = object.head();
        if (calls == at && fault == Fault.GARBLED || calls > at && fault == Fault.UNANSWERED_THEN_GARBLED) {
            Bytes page = Bytes.wrap("<html>".getBytes(StandardCharsets.UTF_8));
            return new StoredObject(
                    page, new ObjectHead(page.length(), head.etag(), head.contentType(), head.metadata()));
        }
        return calls > at && fault == Fault.LATE_THEN_MISNAMED
                ? new StoredObject(
                        object.content(), new ObjectHead(head.length(), "wrong", head.contentType(), head.metadata()))
                : object;
    }

    @Override
    public Optional<ObjectHead> head(String key) throws ImageException {
        return call(() -> store.head(key));
    }

    @Override
    public PutResult put(String key, Bytes content, PutOptions options) throws ImageException {
        everPut.add(key);
        if (fault.isLate()
                && calls + 1 == at
                && (options.requiresAbsent() || options.requiredEtag().isPresent())) {
            late = () -> store.put(key, content, options);
        }
        return call(() -> store.put(key, content, options));
    }

    @Override
    public PutResult copy(String from, String to, PutOptions options) throws ImageException {
        everPut.add(to);
        return call(() -> store.copy(from, to, options));
    }

    @Override
    public void delete(String key) throws ImageException {
        call(() -> {
            store.delete(key);
            return key;
        });
    }

    @Override
    public void close() {}
}
