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

/** A store in memory that does something at its n-th call, and knows what it holds. */
final class SteppedStore implements ObjectStore {
    private final MemoryStore store = MemoryStore.create();
    private final Set<String> everPut = ConcurrentHashMap.newKeySet();
    private int calls;
    private int at = Integer.MAX_VALUE;
    private Fault fault = Fault.NONE;
    private Step step = () -> {};
    private Step late = () -> {};

    /** What goes wrong at the call. */
    enum Fault {
        NONE,
        /** Nothing is done. */
        REFUSED,
        /** It is done, but the answer is lost. */
        UNANSWERED,
        /** As REFUSED, but a conditional write is tried all the same, when the store is mended. */
        LATE,
        /** What is read is somebody else's page, under the object's own ETag. */
        GARBLED,
        /** Nothing is done any more, as where the process or the network dies. */
        DEAD,
        /** As UNANSWERED, and what is read from then on is GARBLED. */
        UNANSWERED_THEN_GARBLED,
        /** As LATE, and what is read from then on has a wrong ETag. */
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

    /** Counts from now; the call of that number, from 1, goes wrong. */
    void failAt(int call, Fault how) {
        calls = 0;
        at = call;
        fault = how;
    }

    /** Counts from now; before the call of that number, the step is taken, whose own calls are not counted. */
    void before(int call, Step taken) {
        calls = 0;
        at = call;
        fault = Fault.NONE;
        step = taken;
    }

    /**
     * Works from now on.
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
            at = Integer.MIN_VALUE; // reached, and the step's own calls are none of these
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
