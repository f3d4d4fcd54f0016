package dev.darkroom.pipeline;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Stage;
import java.time.Duration;

/**
 * A listener for the events of jobs. It is called on the thread on which the event happens. It must be quick and thread-safe. Exceptions
 * that it throws are logged and otherwise ignored.
 */
@FunctionalInterface
public interface PipelineListener {
    void on(Event event);

    /** An event of a job. */
    sealed interface Event {
        String jobId();
    }

    /** A stage ended, with or without success. */
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

    /** A warning: the pipeline corrected or ignored something. */
    record Warned(String jobId, String warning) implements Event {}

    /** The job is over. The notifiers are told next. */
    record Finished(String jobId, Outcome outcome) implements Event {}
}
