package dev.darkroom.storage.s3;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.Attempts;
import java.time.Duration;
import java.util.Optional;

/** One request with its retries. Not thread-safe. */
final class RetriedRequest {
    private final S3Settings settings;
    private final String what;
    private boolean mayHaveHappened;
    private boolean clockCorrected;

    /**
     * @param what name of the request for messages, to be read after "a", such as {@code "read"}
     */
    RetriedRequest(S3Settings settings, String what) {
        this.settings = settings;
        this.what = what;
    }

    /** One attempt. */
    interface Attempt<T> {
        /**
         * @param allowed time limit of the attempt
         */
        T run(Duration allowed) throws S3AttemptException, ImageException;
    }

    /** Whether the service may have carried out an earlier attempt without confirming it. */
    boolean mayHaveHappened() {
        return mayHaveHappened;
    }

    /** Returns the result of the first successful attempt. Empty if the service reports that there is no such object. */
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

    /** Returns the result of the first successful attempt. */
    <T> T run(Attempt<T> attempt) throws ImageException {
        // A store does not know the deadline of the job. This deadline is later than the time limit of the request.
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

    /** The failure with a message that is safe for anybody. The exception of the attempt, its cause, is for logs. */
    ImageException failure(S3AttemptException trouble) {
        return failure(trouble, trouble.passes());
    }

    private ImageException failure(S3AttemptException trouble, boolean retryable) {
        String message = switch (trouble.status()) {
            case S3AttemptException.NO_ANSWER, S3AttemptException.NOT_REACHED ->
                "the object store gave no answer to a " + what;
            case S3AttemptException.BROKEN_BODY -> "the object store's answer to a " + what + " was incomplete";
            case S3AttemptException.NOT_SENT -> "nothing was sent to the object store for a " + what;
            case S3AttemptException.CLOSED -> "the wait for the object store ended during a " + what;
            default -> "the object store answered " + trouble.status() + " to a " + what;
        };
        String advised = trouble.advice().isEmpty() ? message : message + ": " + trouble.advice();
        ImageException failed =
                new ImageException(new Failure.Unavailable(settings.toString(), advised, retryable), trouble);
        return mayHaveHappened ? failed : failed.withoutEffect();
    }
}
