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
 * The input of a publisher.
 *
 * @param attributes the caller's attributes, such as {@code creatorId}
 * @param source the unchanged upload
 * @param renditions empty for a {@link Publisher#sourceOnly} publisher
 * @param placeholder empty if the pipeline is configured without placeholders, and for a {@link Publisher#sourceOnly} publisher
 * @param earlier publications returned by the publishers of earlier {@code store} calls
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
    /** A delivery without a placeholder. */
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
