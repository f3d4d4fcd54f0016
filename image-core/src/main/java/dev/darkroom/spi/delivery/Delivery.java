package dev.darkroom.spi.delivery;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Placeholder;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Rendition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a publisher is given.
 *
 * @param attributes the caller's, such as {@code creatorId}
 * @param source the upload as it came
 * @param renditions empty for a {@link Publisher#sourceOnly} publisher
 * @param placeholder empty where the pipeline was not told to make one, and for a {@link Publisher#sourceOnly} publisher
 * @param earlier what the publishers of earlier {@code store} calls gave back
 */
public record Delivery(
        String jobId,
        Map<String, String> attributes,
        Bytes source,
        ImageInfo info,
        List<Rendition> renditions,
        Optional<Placeholder> placeholder,
        List<Publication> earlier,
        Deadline deadline) {
    /** Without a placeholder. */
    public Delivery(
            String jobId,
            Map<String, String> attributes,
            Bytes source,
            ImageInfo info,
            List<Rendition> renditions,
            List<Publication> earlier,
            Deadline deadline) {
        this(jobId, attributes, source, info, renditions, Optional.empty(), earlier, deadline);
    }
}
