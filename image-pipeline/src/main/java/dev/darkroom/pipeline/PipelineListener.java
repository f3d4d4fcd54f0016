package dev.darkroom.pipeline;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Stage;
import java.time.Duration;

/** Hears what happens to jobs, on the thread it happens on. Must be quick and thread-safe; what it throws is ignored. */
@FunctionalInterface
public interface PipelineListener {
    void on(Event event);

    /** Something that happened to a job. */
    sealed interface Event {
        String jobId();
    }

    /** A stage was left, with success or without. */
    record StageEnded(String jobId, Stage stage, Duration took) implements Event {}

    /**
     * The signature and the header were read.
     *
     * @param bytes length of the source
     */
    record Recognized(String jobId, ImageInfo info, int bytes) implements Event {}

    record Published(String jobId, Publication publication, Duration took) implements Event {}

    record PublisherFailed(String jobId, String publisher, Failure failure, Duration took) implements Event {}

    record NotifierFailed(String jobId, String notifier, Failure failure) implements Event {}

    /** Something was put right or ignored. */
    record Warned(String jobId, String warning) implements Event {}

    /** The job is over; notifiers hear of it next. */
    record Finished(String jobId, Outcome outcome) implements Event {}
}
