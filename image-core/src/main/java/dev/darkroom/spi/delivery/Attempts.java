package dev.darkroom.spi.delivery;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import java.time.Duration;

/**
 * Counts and times the attempts of one step at one service. Created by {@link RetryPolicy#attempts}. Not thread-safe.
 *
 * {@snippet :
 * Attempts attempts = retry.attempts(timeouts, deadline);
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
    /** Poll interval for cancellation during a pause. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(40);
    /** Minimum time for an attempt. A shorter last attempt would only replace the service's own failure with a timeout. */
    private static final Duration MIN_ATTEMPT = Duration.ofMillis(500);

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

    /** The number of attempts begun. */
    public int count() {
        return count;
    }

    /**
     * Begins an attempt.
     *
     * @return time allowed for the attempt, always positive
     * @throws ImageException {@link dev.darkroom.core.Failure.Stopped} when the job was cancelled or is out of time
     */
    public Duration next() throws ImageException {
        deadline.check();
        count++;
        Duration allowed = min(timeouts.attempt(), remaining());
        return allowed.isZero() ? Duration.ofMillis(1) : allowed;
    }

    /** The remaining time of the step or of the job, whichever is shorter; never negative. */
    public Duration remaining() {
        Duration used = Duration.ofNanos(retry.time().nanos() - startNanos);
        Duration step = timeouts.total().minus(used);
        return step.isNegative() ? Duration.ZERO : min(step, deadline.remaining());
    }

    /** Waits before the next attempt, or throws {@code why} when a retry is useless or does not fit into the remaining time. */
    public void failed(ImageException why) throws ImageException {
        failed(why, Duration.ZERO);
    }

    /**
     * Waits before the next attempt. The pause is at least as long as the service asked for.
     *
     * @param asked pause that the service asked for ({@link RetryAfter}); zero if it asked for none
     * @throws ImageException {@code why} itself when its failure is not retryable or the pause leaves too little time for an attempt;
     *     {@link dev.darkroom.core.Failure.Stopped} when the job is cancelled during the pause
     */
    public void failed(ImageException why, Duration asked) throws ImageException {
        deadline.check();
        if (!why.failure().retryable()) {
            throw why;
        }
        Duration jitter = retry.pause(count);
        Duration pause = jitter.compareTo(asked) > 0 ? jitter : asked;
        Duration minAttempt = min(MIN_ATTEMPT, timeouts.total().dividedBy(10));
        if (pause.compareTo(remaining().minus(minAttempt)) > 0) {
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
                retry.time().sleep(min(POLL_INTERVAL, Duration.ofNanos(rest)));
                deadline.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ImageException.stopped("the job was interrupted");
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
