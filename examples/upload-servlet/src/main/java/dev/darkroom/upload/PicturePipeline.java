package dev.darkroom.upload;

import dev.darkroom.content.Contents;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.upload.access.Route;
import java.util.Map;

/** Where the pictures of one kind are made and where they lie. */
record PicturePipeline(Pipeline pipeline, Contents contents) {
    static Map<String, String> attributes(Route.Picture picture) {
        return Map.of("creatorId", picture.creatorId(), "contentId", picture.contentId());
    }
}
