package dev.darkroom.content;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectHead;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.PutResult;
import dev.darkroom.spi.delivery.StoredObject;
import java.util.Optional;

/** One content's {@code manifest.json}: read whole, replaced only on condition that it is still what was read. */
record ManifestObject(ObjectStore store, ContentFolder folder) {
    private static final PutOptions OPTIONS =
            PutOptions.contentType("application/json").cacheControl("no-cache");
    /** One answer that is no manifest may be somebody's on the way; the next one need not be. */
    private static final int LOOKS = 3;

    /**
     * What was there.
     *
     * @param etag empty where nothing was
     * @param readable false where something was that is no manifest, which then says nothing of what is there: not that it is absent, and
     *     not whose it is
     */
    record ReadResult(Optional<String> etag, ContentState state, boolean readable) {
        boolean isThere() {
            return etag.isPresent();
        }

        /** Whether this is that state, marked or not. */
        boolean is(ContentState other) {
            return isThere() && readable && state.version().equals(other.version());
        }
    }

    /** What a switch came to. */
    sealed interface ReplaceResult {
        /** The store said so, or the new state was seen there. */
        record Done() implements ReplaceResult {}

        /** And it will not be, whatever is still under way. */
        record NotDone(ImageException why) implements ReplaceResult {}

        /** The store does not answer: the new state may be there already, or come yet. */
        record Unclear(ImageException why) implements ReplaceResult {}
    }

    ReadResult load() throws ImageException {
        ReadResult seen = look();
        for (int looks = 1; looks < LOOKS && !seen.readable(); looks++) {
            seen = look();
        }
        return seen;
    }

    private ReadResult look() throws ImageException {
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

    /** What now is the content, for who has to know it: what cannot be read is a failure here. */
    ReadResult loadReadable() throws ImageException {
        ReadResult now = load();
        if (!now.readable()) {
            throw ImageException.refused(
                    store.name(), "what the store keeps of this content cannot be read; upload it again");
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

    /** The condition did not hold: somebody else's state is there, or our own, whose first answer was lost. */
    private ReplaceResult afterRefusal(ContentState next) {
        try {
            return loadReadable().is(next) ? new ReplaceResult.Done() : new ReplaceResult.NotDone(lost());
        } catch (ImageException e) {
            return new ReplaceResult.Unclear(e);
        }
    }

    /**
     * A write without an answer may take effect later. So the former state is written again, changed in nothing but its mark and on the
     * same condition: once that is done, the condition of the first write can never hold.
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
                "somebody else replaced or deleted this content at the same time; look at it and send yours again");
    }
}
