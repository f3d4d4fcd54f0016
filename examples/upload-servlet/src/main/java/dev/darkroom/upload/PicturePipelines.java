package dev.darkroom.upload;

import dev.darkroom.content.Avatars;
import dev.darkroom.content.ContentThumbnails;
import dev.darkroom.content.Contents;
import dev.darkroom.content.Logos;
import dev.darkroom.pipeline.Load;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineBuilder;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.upload.access.PictureKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The pipelines, one for each kind of picture. They share one memory budget and the machine's cores. Thread-safe. */
final class PicturePipelines implements AutoCloseable {
    private final Map<PictureKind, PicturePipeline> byKind = new EnumMap<>(PictureKind.class);

    /**
     * @param store the store; the caller closes it
     * @param mediaUrl the part of a URL before a key, with a slash at its end
     */
    PicturePipelines(
            ObjectStore store, String mediaUrl, Duration queueWait, Function<PictureKind, PipelineBuilder> given) {
        Pipeline first = null;
        for (PictureKind kind : PictureKind.values()) {
            Contents contents = contents(kind, store).keyUrls(mediaUrl);
            PipelineBuilder builder = given.apply(kind).store(contents).queueWait(queueWait);
            Pipeline pipeline = (first == null ? builder : builder.sharingResourcesOf(first)).build();
            first = first == null ? pipeline : first;
            byKind.put(kind, new PicturePipeline(pipeline, contents));
        }
    }

    static PipelineBuilder pipeline(PictureKind kind) {
        return switch (kind) {
            case THUMBNAIL -> ContentThumbnails.pipeline();
            case LOGO -> Logos.pipeline();
            case AVATAR -> Avatars.pipeline();
        };
    }

    private static Contents contents(PictureKind kind, ObjectStore store) {
        return switch (kind) {
            case THUMBNAIL -> ContentThumbnails.in(store);
            case LOGO -> Logos.in(store);
            case AVATAR -> Avatars.in(store);
        };
    }

    PicturePipeline of(PictureKind kind) {
        return Objects.requireNonNull(byKind.get(kind));
    }

    /** The load of all pipelines together. */
    Load load() {
        return of(PictureKind.THUMBNAIL).pipeline().load();
    }

    @Override
    public void close() {
        byKind.values().forEach(one -> one.pipeline().close());
    }
}
