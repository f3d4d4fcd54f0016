package dev.darkroom.pipeline.store;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.ObjectHead;
import dev.darkroom.spi.ObjectStore;
import dev.darkroom.spi.PutOptions;
import dev.darkroom.spi.PutResult;
import dev.darkroom.spi.StoredObject;
import java.util.Optional;

/** One content's {@code manifest.json}: read whole, replaced only on condition that it is still what was read. */
record ManifestObject(ObjectStore store, ContentFolder folder) {
    private static final PutOptions OPTIONS =
            PutOptions.contentType("application/json").cacheControl("no-cache");

    /**
     * What was there.
     *
     * @param etag empty where nothing was
     * @param readable false where something was that is no manifest
     */
    record Seen(Optional<String> etag, ContentState state, boolean readable) {}

    /** What a switch came to. */
    sealed interface Switched {
        record Done(String etag) implements Switched {}

        /** And it will not be, whatever is still under way. */
        record NotDone(ImageException why) implements Switched {}

        /** The store does not answer: the new state may be there already, or come yet. */
        record Unclear(ImageException why) implements Switched {}
    }

    Seen load() throws ImageException {
        Optional<StoredObject> found;
        try {
            found = store.get(folder.manifest(), ManifestJson.MAX_BYTES);
        } catch (ImageException e) {
            if (e.failure() instanceof Failure.OverLimit) {
                Optional<String> etag = store.head(folder.manifest()).map(ObjectHead::etag);
                return new Seen(etag, ContentState.nothing(), etag.isEmpty());
            }
            throw e;
        }
        if (found.isEmpty()) {
            return new Seen(Optional.empty(), ContentState.nothing(), true);
        }
        Optional<String> etag = Optional.of(found.get().head().etag());
        try {
            return new Seen(etag, ContentState.parse(found.get().content(), folder), true);
        } catch (ImageException e) {
            return new Seen(etag, ContentState.nothing(), false);
        }
    }

    /** Whether the manifest is another than that of this ETag. */
    boolean isNot(String etag) throws ImageException {
        return store.head(folder.manifest())
                .filter(head -> head.etag().equals(etag))
                .isEmpty();
    }

    Switched replace(Seen before, ContentState next) {
        try {
            PutResult result = put(before, next);
            return result instanceof PutResult.Stored stored
                    ? new Switched.Done(stored.etag())
                    : afterRefusal(next, lost());
        } catch (ImageException e) {
            return withoutAnswer(before, next, e);
        }
    }

    /** The condition did not hold: somebody else's state is there, or our own, whose first answer was lost. */
    private Switched afterRefusal(ContentState next, ImageException why) {
        try {
            Seen now = load();
            return isOurs(now, next) ? new Switched.Done(now.etag().orElseThrow()) : new Switched.NotDone(why);
        } catch (ImageException e) {
            return new Switched.Unclear(e);
        }
    }

    /**
     * A write without an answer may take effect later. So the former state is written again, changed in nothing but its mark and on the
     * same condition: once that is done, the condition of the first write can never hold.
     */
    private Switched withoutAnswer(Seen before, ContentState next, ImageException why) {
        try {
            Seen now = load();
            if (isOurs(now, next)) {
                return new Switched.Done(now.etag().orElseThrow());
            }
            if (!now.etag().equals(before.etag())) {
                return new Switched.NotDone(lost());
            }
            boolean barred = put(before, before.state().barring(next.version())).isStored();
            return barred ? new Switched.NotDone(why) : afterRefusal(next, lost());
        } catch (ImageException e) {
            return new Switched.Unclear(why);
        }
    }

    private static boolean isOurs(Seen now, ContentState next) {
        return now.etag().isPresent() && now.state().version().equals(next.version());
    }

    private PutResult put(Seen before, ContentState next) throws ImageException {
        PutOptions options = before.etag().map(OPTIONS::ifMatch).orElseGet(OPTIONS::ifAbsent);
        return store.put(folder.manifest(), next.json(), options);
    }

    private static ImageException lost() {
        return ImageException.conflict(
                "somebody else replaced or deleted this content at the same time; look at it and send yours again");
    }
}
