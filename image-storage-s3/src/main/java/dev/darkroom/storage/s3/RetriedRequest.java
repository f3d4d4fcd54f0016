package dev.darkroom.storage.s3;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.Attempts;
import java.time.Duration;
import java.util.Optional;

/** One request with its repetitions. Not thread-safe. */
final class RetriedRequest {
    private final S3Settings settings;
    private final String what;
    private boolean mayHaveHappened;
    private boolean clockCorrected;

    /**
     * @param what is asked for, to be read after "a", such as {@code "read"}
     */
    RetriedRequest(S3Settings settings, String what) {
        this.settings = settings;
        this.what = what;
    }

    /** One attempt. */
    interface Attempt<T> {
        /**
         * @param allowed how long it may take
         */
        T run(Duration allowed) throws S3AttemptException, ImageException;
    }

    /** Whether an earlier attempt may have been carried out without saying so. */
    boolean mayHaveHappened() {
        return mayHaveHappened;
    }

    /** The result of the first attempt that has one; empty when the service says that there is no such object. */
    <T> Optional<T> orEmpty(Attempt<T> attempt) throws ImageException {
        return run(allowed -> {
            try {
                return Optional.of(attempt.run(allowed));
            } catch (S3AttemptException trouble) {
                if (trouble.isMissingObject()) {
                    return Optional.empty();
                }
                throw trouble;
            }
        });
    }

    /** The result of the first attempt that has one. */
    <T> T run(Attempt<T> attempt) throws ImageException {
        // A store is not told of jobs and their deadlines: the step's own end comes first.
        Deadline deadline =
                Deadline.after(settings.timeouts().total().multipliedBy(2).plusMinutes(1));
        Attempts attempts = settings.retry().attempts(settings.timeouts(), deadline);
        while (true) {
            Duration allowed = attempts.next();
            try {
                return attempt.run(allowed);
            } catch (S3AttemptException trouble) {
                if (Thread.currentThread().isInterrupted()) {
                    throw ImageException.stopped("the job was interrupted");
                }
                mayHaveHappened |= trouble.mayHaveHappened();
                boolean again = trouble.passes() || (trouble.isClockSkew() && !clockCorrected);
                clockCorrected |= trouble.isClockSkew();
                attempts.failed(failure(trouble, again), trouble.retryAfter());
            }
        }
    }

    /** What to tell strangers; the trouble itself is for logs. */
    ImageException failure(S3AttemptException trouble) {
        return failure(trouble, trouble.passes());
    }

    private ImageException failure(S3AttemptException trouble, boolean retryable) {
        String message = switch (trouble.status()) {
            case S3AttemptException.NO_ANSWER, S3AttemptException.NOT_REACHED ->
                "the object store gave no answer to a " + what;
            case S3AttemptException.BROKEN_BODY -> "the object store's answer to a " + what + " broke off";
            case S3AttemptException.NOT_SENT -> "the object store was not asked for a " + what;
            case S3AttemptException.CLOSED -> "the object store was not waited for, in a " + what;
            default -> "the object store answered " + trouble.status() + " to a " + what;
        };
        String advised = trouble.advice().isEmpty() ? message : message + ": " + trouble.advice();
        ImageException failed =
                new ImageException(new Failure.Unavailable(settings.toString(), advised, retryable), trouble);
        return mayHaveHappened ? failed : failed.withoutEffect();
    }
}
