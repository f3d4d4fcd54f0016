package dev.darkroom.upload;

import dev.darkroom.content.Avatars;
import dev.darkroom.content.ContentThumbnails;
import dev.darkroom.content.Contents;
import dev.darkroom.content.Logos;
import dev.darkroom.pipeline.Load;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineBuilder;
import dev.darkroom.spi.delivery.ObjectStore;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The ready-made pipelines, one for each kind, which share one memory and the machine's cores. Thread-safe. */
final class Shelves implements AutoCloseable {
    private final Map<Kind, Shelf> shelves = new EnumMap<>(Kind.class);

    /**
     * @param store stays the caller's to close
     * @param mediaUrl what stands before a key in URLs, with a slash at its end
     */
    Shelves(ObjectStore store, String mediaUrl, Duration queueWait, Function<Kind, PipelineBuilder> given) {
        Pipeline first = null;
        for (Kind kind : Kind.values()) {
            Contents contents = contents(kind, store).keyUrls(mediaUrl);
            PipelineBuilder builder = given.apply(kind).store(contents).queueWait(queueWait);
            Pipeline pipeline = (first == null ? builder : builder.sharing(first)).build();
            first = first == null ? pipeline : first;
            shelves.put(kind, new Shelf(pipeline, contents));
        }
    }

    static PipelineBuilder pipeline(Kind kind) {
        return switch (kind) {
            case THUMBNAIL -> ContentThumbnails.pipeline();
            case LOGO -> Logos.pipeline();
            case AVATAR -> Avatars.pipeline();
        };
    }

    private static Contents contents(Kind kind, ObjectStore store) {
        return switch (kind) {
            case THUMBNAIL -> ContentThumbnails.in(store);
            case LOGO -> Logos.in(store);
            case AVATAR -> Avatars.in(store);
        };
    }

    Shelf of(Kind kind) {
        return Objects.requireNonNull(shelves.get(kind));
    }

    /** Of all together. */
    Load load() {
        return of(Kind.THUMBNAIL).pipeline().load();
    }

    @Override
    public void close() {
        shelves.values().forEach(shelf -> shelf.pipeline().close());
    }
}
