package dev.darkroom.pipeline;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Stage;
import dev.darkroom.pipeline.PipelineListener.Event;
import dev.darkroom.pipeline.resource.ImageTask;
import dev.darkroom.spi.codec.FileDescriptors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The progress of one job: its current stage, the duration of each stage, its warnings, and its outcome. */
final class JobProgress {
    private final String id = UUID.randomUUID().toString();
    private final Map<String, String> attributes;
    private final Deadline deadline;
    private final List<PipelineListener> listeners;
    private final Map<Stage, Duration> took = new EnumMap<>(Stage.class);
    private final Map<String, Duration> publishersTook = new HashMap<>();
    private @Nullable String failedPublisher;
    private volatile boolean anyPublisherFailed;
    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    private final List<String> left = Collections.synchronizedList(new ArrayList<>());
    private volatile Stage stage = Stage.ADMIT;

    JobProgress(Map<String, String> attributes, Deadline deadline, List<PipelineListener> listeners) {
        this.attributes = Map.copyOf(attributes);
        this.deadline = deadline;
        this.listeners = listeners;
    }

    String id() {
        return id;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    Deadline deadline() {
        return deadline;
    }

    /** Runs one stage: checks the deadline first and measures the time. */
    <T> T in(Stage entered, ImageTask<T> step) throws ImageException {
        stage = entered;
        long start = System.nanoTime();
        try {
            deadline.check();
            return step.run();
        } finally {
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            synchronized (took) {
                took.merge(entered, time, Duration::plus);
            }
            tell(new PipelineListener.StageEnded(id, entered, time));
        }
    }

    /** Runs the stages and turns their result or exception into an outcome. */
    Outcome conclude(ImageTask<Outcome> stages) {
        Outcome outcome;
        try {
            outcome = stages.run();
        } catch (ImageException e) {
            leave(e.leftBehind());
            outcome = ended(cause(e));
        } catch (OutOfMemoryError e) {
            outcome = ended(new Failure.Defect("there was not enough memory for this picture"));
        } catch (RuntimeException | Error e) {
            outcome = ended(unexpected(e));
        }
        tell(new PipelineListener.Finished(id, outcome));
        return outcome;
    }

    /**
     * A decoder may report a bad upload or a missing library when the real cause is that file descriptors are exhausted. Then this method
     * returns the failure for exhausted descriptors.
     */
    private static Failure cause(ImageException e) {
        Throwable cause = e.getCause();
        boolean mistaken = cause != null && (e.failure().uploadsFault() || e.failure() instanceof Failure.Defect);
        return mistaken && FileDescriptors.areExhausted(cause)
                ? FileDescriptors.noneLeft(cause).failure()
                : e.failure();
    }

    private Failure unexpected(Throwable e) {
        if (FileDescriptors.areExhausted(e)) {
            return FileDescriptors.noneLeft(e).failure();
        }
        System.getLogger(Pipeline.class.getName())
                .log(System.Logger.Level.ERROR, "job " + id + " failed in stage " + stage, e);
        return new Failure.Defect("an internal error in stage " + stage);
    }

    Outcome completed(ImageInfo info, List<Rendition> renditions, List<Publication> publications) {
        return new Outcome.Completed(facts(), info, renditions, publications, List.copyOf(warnings));
    }

    void published(Publication publication, Duration time) {
        synchronized (took) {
            publishersTook.put(publication.publisher(), time);
        }
        tell(new PipelineListener.Published(id, publication, time));
    }

    void notPublished(String publisher, Failure failure, Duration time) {
        anyPublisherFailed = true;
        synchronized (took) {
            publishersTook.put(publisher, time);
        }
        tell(new PipelineListener.PublisherFailed(id, publisher, failure, time));
    }

    /** Whether any publisher has failed. True even before the listeners are told of the failure. */
    boolean hasAnyPublisherFailed() {
        return anyPublisherFailed;
    }

    /** Records the publisher whose failure becomes the failure of the job. */
    void failedAt(String publisher) {
        synchronized (took) {
            failedPublisher = publisher;
        }
    }

    /** Each warning is told once, whoever repeats it. */
    void warn(String warning) {
        synchronized (warnings) {
            if (warnings.contains(warning)) {
                return;
            }
            warnings.add(warning);
        }
        tell(new PipelineListener.Warned(id, warning));
    }

    /** Records objects in a store or service that stay there although the job did not complete. */
    void leave(Collection<String> references) {
        left.addAll(references);
    }

    void tell(Event event) {
        for (PipelineListener listener : listeners) {
            try {
                listener.on(event);
            } catch (RuntimeException | Error e) {
                System.getLogger(Pipeline.class.getName()).log(System.Logger.Level.WARNING, "a listener failed", e);
            }
        }
    }

    private Outcome ended(Failure failure) {
        List<String> leftBehind = List.copyOf(left);
        return failure.uploadsFault()
                ? new Outcome.Rejected(facts(), stage, failure, leftBehind)
                : new Outcome.Failed(facts(), stage, failure, leftBehind);
    }

    private Outcome.Job facts() {
        synchronized (took) {
            return new Outcome.Job(
                    id,
                    attributes,
                    Collections.unmodifiableMap(new EnumMap<>(took)),
                    Map.copyOf(publishersTook),
                    Optional.ofNullable(failedPublisher));
        }
    }
}
