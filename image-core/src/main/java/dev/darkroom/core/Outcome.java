package dev.darkroom.core;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a job came to. */
public sealed interface Outcome {
    /** What is told of every job, however it ended. */
    Job job();

    /**
     * The renditions are where the publishers were told to put them.
     *
     * @param renditions in the order of the pipeline's variants
     * @param publications what each publisher gave back, in the order they were named
     * @param warnings what was put right or ignored, fit to show a person
     */
    record Completed(
            Job job, ImageInfo info, List<Rendition> renditions, List<Publication> publications, List<String> warnings)
            implements Outcome {}

    /** The upload was at fault; trying again with the same bytes will not help. */
    record Rejected(Job job, Stage stage, Failure failure, List<String> leftBehind) implements Outcome {}

    /** We, or a service, were at fault. */
    record Failed(Job job, Stage stage, Failure failure, List<String> leftBehind) implements Outcome {}

    /**
     * A job's identity and its course.
     *
     * @param attributes what the caller gave, such as {@code creatorId}; key templates are filled from it
     * @param took time spent per stage, in the order of the stages; a stage not reached is absent
     * @param publishersTook time spent per publisher that ended, well or badly, by its name
     * @param failedPublisher whose failure is the job's
     */
    record Job(
            String id,
            Map<String, String> attributes,
            Map<Stage, Duration> took,
            Map<String, Duration> publishersTook,
            Optional<String> failedPublisher) {}
}
