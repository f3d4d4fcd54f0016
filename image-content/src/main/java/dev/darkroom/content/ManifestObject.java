package dev.darkroom.content;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectHead;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.PutResult;
import dev.darkroom.spi.delivery.StoredObject;
import java.util.Optional;

/**
 * The {@code manifest.json} of one content. It is read as a whole, and replaced only on condition that it is unchanged since it was read.
 */
record ManifestObject(ObjectStore store, ContentFolder folder) {
    private static final PutOptions OPTIONS =
            PutOptions.contentType("application/json").cacheControl("no-cache");
    /** Limit of reads. A reply that is not a manifest may have been damaged on the way, so the read is repeated. */
    private static final int MAX_READS = 3;

    /**
     * The result of a read.
     *
     * @param etag empty if there was no object
     * @param state the state that was read; {@link ContentState#nothing} if there was no object or it was not readable
     * @param readable false if the object was not a manifest; then the state is unknown: neither whether there is a content, nor whose
     *     version it is
     */
    record ReadResult(Optional<String> etag, ContentState state, boolean readable) {
        boolean isThere() {
            return etag.isPresent();
        }

        /** Whether this is the given state, with or without a barred version. */
        boolean is(ContentState other) {
            return isThere() && readable && state.version().equals(other.version());
        }
    }

    /** The result of a switch of the manifest. */
    sealed interface ReplaceResult {
        /** The switch is done: the store confirmed it, or the new state was read back. */
        record Done() implements ReplaceResult {}

        /** The switch is not done, and it cannot happen later, even if a request is still under way. */
        record NotDone(ImageException why) implements ReplaceResult {}

        /** The result is unknown, because the store does not answer. The switch may have happened or may still happen. */
        record Unclear(ImageException why) implements ReplaceResult {}
    }

    ReadResult load() throws ImageException {
        ReadResult seen = read();
        for (int reads = 1; reads < MAX_READS && !seen.readable(); reads++) {
            seen = read();
        }
        return seen;
    }

    private ReadResult read() throws ImageException {
        Optional<StoredObject> found;
        try {
            found = store.get(folder.manifest(), ManifestJson.MAX_BYTES);
        } catch (ImageException e) {
            if (e.failure() instanceof Failure.OverLimit) {
                Optional<String> etag = store.head(folder.manifest()).map(ObjectHead::etag);
                return new ReadResult(etag, ContentState.nothing(), etag.isEmpty());
            }
            throw e;
        }
        if (found.isEmpty()) {
            return new ReadResult(Optional.empty(), ContentState.nothing(), true);
        }
        Optional<String> etag = Optional.of(found.get().head().etag());
        try {
            return new ReadResult(etag, ContentState.parse(found.get().content(), folder), true);
        } catch (ImageException e) {
            return new ReadResult(etag, ContentState.nothing(), false);
        }
    }

    /** Loads the current state for callers that must know it. Fails if the manifest cannot be read. */
    ReadResult loadReadable() throws ImageException {
        ReadResult now = load();
        if (!now.readable()) {
            throw ImageException.refused(
                    store.name(), "the manifest of this content cannot be read; upload the content again");
        }
        return now;
    }

    ReplaceResult replace(ReadResult before, ContentState next) {
        try {
            return put(before, next).isStored() ? new ReplaceResult.Done() : afterRefusal(next);
        } catch (ImageException e) {
            return e.isWithoutEffect() ? new ReplaceResult.NotDone(e) : withoutAnswer(before, next, e);
        }
    }

    /**
     * Handles a condition that did not hold: the store has the state of another writer, or our own state, if the reply to its first write
     * was lost.
     */
    private ReplaceResult afterRefusal(ContentState next) {
        try {
            return loadReadable().is(next) ? new ReplaceResult.Done() : new ReplaceResult.NotDone(lost());
        } catch (ImageException e) {
            return new ReplaceResult.Unclear(e);
        }
    }

    /**
     * Handles a write without an answer, which may still take effect later. This method writes the former state again, on the same
     * condition and with only the barred version changed. After that, the condition of the first write can never hold.
     */
    private ReplaceResult withoutAnswer(ReadResult before, ContentState next, ImageException why) {
        try {
            ReadResult now = loadReadable();
            if (now.is(next)) {
                return new ReplaceResult.Done();
            }
            boolean former = now.etag().equals(before.etag()) || now.is(before.state());
            if (!former) {
                return new ReplaceResult.NotDone(lost());
            }
            boolean barred = put(before, now.state().barring(next.version())).isStored();
            return barred ? new ReplaceResult.NotDone(why) : afterRefusal(next);
        } catch (ImageException e) {
            return new ReplaceResult.Unclear(why);
        }
    }

    private PutResult put(ReadResult before, ContentState next) throws ImageException {
        PutOptions options = before.etag().map(OPTIONS::ifMatch).orElseGet(OPTIONS::ifAbsent);
        return store.put(folder.manifest(), next.json(), options);
    }

    private static ImageException lost() {
        return ImageException.conflict(
                "another upload or deletion changed this content at the same time; check it and upload yours again");
    }
}
