package dev.darkroom.core;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The result of a job. */
public sealed interface Outcome {
    /** The data common to all outcomes. */
    Job job();

    /**
     * The job succeeded, and the publishers have published the renditions.
     *
     * @param renditions in the order of the pipeline's variants
     * @param publications results of the publishers, in the order in which the publishers were configured
     * @param warnings messages about problems that were corrected or ignored, safe to show to a user
     */
    record Completed(
            Job job, ImageInfo info, List<Rendition> renditions, List<Publication> publications, List<String> warnings)
            implements Outcome {}

    /** The upload caused the failure. A retry with the same bytes will not help. */
    record Rejected(Job job, Stage stage, Failure failure, List<String> leftBehind) implements Outcome {}

    /** This library or a service caused the failure. */
    record Failed(Job job, Stage stage, Failure failure, List<String> leftBehind) implements Outcome {}

    /**
     * The identity of a job and its times.
     *
     * @param attributes the caller's attributes, such as {@code creatorId}; key templates use them
     * @param took time per stage, in stage order; a stage that was not reached is absent
     * @param publishersTook time per publisher that finished, with or without success, by publisher name
     * @param failedPublisher name of the publisher whose failure made the job fail
     */
    record Job(
            String id,
            Map<String, String> attributes,
            Map<Stage, Duration> took,
            Map<String, Duration> publishersTook,
            Optional<String> failedPublisher) {}
}
