package dev.darkroom.spi.delivery;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import java.time.Duration;

/**
 * One step's attempts at one service, counted and timed from {@link RetryPolicy#attempts}. Not thread-safe.
 *
 * {@snippet :
 * Attempts attempts = retry.attempts(patience, deadline);
 * while (true) {
 *     Duration allowed = attempts.next();
 *     try {
 *         return ask(allowed);
 *     } catch (ImageException e) {
 *         attempts.failed(e);
 *     }
 * }
 * }
 */
public final class Attempts {
    /** How soon a cancelled job is noticed in the middle of a pause. */
    private static final Duration GLANCE = Duration.ofMillis(40);
    /** Less time than this for a last attempt would only replace the service's own failure by a useless "no answer". */
    private static final Duration WORTHWHILE = Duration.ofMillis(500);

    private final RetryPolicy retry;
    private final Timeouts timeouts;
    private final Deadline deadline;
    private final long startNanos;
    private int count;

    Attempts(RetryPolicy retry, Timeouts timeouts, Deadline deadline) {
        this.retry = retry;
        this.timeouts = timeouts;
        this.deadline = deadline;
        this.startNanos = retry.time().nanos();
    }

    /** How many were begun. */
    public int count() {
        return count;
    }

    /**
     * Begins an attempt.
     *
     * @return how long it may take, always positive
     * @throws ImageException {@link dev.darkroom.core.Failure.Stopped} when the job was cancelled or is out of time
     */
    public Duration next() throws ImageException {
        deadline.check();
        count++;
        Duration allowed = shorter(timeouts.attempt(), remaining());
        return allowed.isZero() ? Duration.ofMillis(1) : allowed;
    }

    /** What is left of the step and of the job; never negative. */
    public Duration remaining() {
        Duration used = Duration.ofNanos(retry.time().nanos() - startNanos);
        Duration step = timeouts.total().minus(used);
        return step.isNegative() ? Duration.ZERO : shorter(step, deadline.remaining());
    }

    /** Waits before another attempt, or throws {@code why} when another makes no sense or would not fit. */
    public void failed(ImageException why) throws ImageException {
        failed(why, Duration.ZERO);
    }

    /**
     * Waits before another attempt, at least as long as the service asked.
     *
     * @param asked see {@link RetryAfter}; zero for nothing
     * @throws ImageException {@code why} itself when its failure is not retryable or the pause leaves no time for an attempt;
     *     {@link dev.darkroom.core.Failure.Stopped} when the job is cancelled meanwhile
     */
    public void failed(ImageException why, Duration asked) throws ImageException {
        deadline.check();
        if (!why.failure().retryable()) {
            throw why;
        }
        Duration jitter = retry.pause(count);
        Duration pause = jitter.compareTo(asked) > 0 ? jitter : asked;
        Duration worthwhile = shorter(WORTHWHILE, timeouts.total().dividedBy(10));
        if (pause.compareTo(remaining().minus(worthwhile)) > 0) {
            throw why;
        }
        sleep(pause);
    }

    private void sleep(Duration pause) throws ImageException {
        long end = retry.time().nanos() + pause.toNanos();
        try {
            for (long rest = pause.toNanos();
                    rest > 0;
                    rest = end - retry.time().nanos()) {
                retry.time().sleep(shorter(GLANCE, Duration.ofNanos(rest)));
                deadline.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ImageException.stopped("the job was interrupted");
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
