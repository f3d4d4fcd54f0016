package dev.darkroom.upload;

import dev.darkroom.content.Contents;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.upload.access.Route;
import java.util.Map;

/** The pipeline and the stored contents of one kind of picture. */
record PicturePipeline(Pipeline pipeline, Contents contents) {
    static Map<String, String> attributes(Route.Picture picture) {
        return Map.of("creatorId", picture.creatorId(), "contentId", picture.contentId());
    }
}
