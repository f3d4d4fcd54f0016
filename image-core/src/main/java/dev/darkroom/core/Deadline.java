package dev.darkroom.core;

import java.time.Duration;

/** The time limit of a job, with a cancellation flag. Thread-safe. */
public final class Deadline {
    private final long endNanos;
    private final Duration allowed;
    private volatile boolean cancelled;

    private Deadline(long endNanos, Duration allowed) {
        this.endNanos = endNanos;
        this.allowed = allowed;
    }

    public static Deadline after(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos(), time);
    }

    /** Cancels the job: every later {@link #check} throws. */
    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** The total time allowed for the job. */
    public Duration allowed() {
        return allowed;
    }

    /** The remaining time; never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /**
     * Checks that there is enough time for a step that cannot be cancelled.
     *
     * @param step estimated duration of the step
     * @throws ImageException {@link dev.darkroom.core.Failure.Stopped} when the job is cancelled, out of time, or has less time than that
     */
    public void check(Duration step) throws ImageException {
        check();
        if (step.compareTo(remaining()) > 0) {
            throw ImageException.stopped("the job's next step would take longer than the time it has left");
        }
    }

    /**
     * Checks that the job may go on.
     *
     * @throws ImageException {@link dev.darkroom.core.Failure.Stopped} when the job is cancelled or out of time
     */
    public void check() throws ImageException {
        if (cancelled) {
            throw ImageException.stopped("the job was cancelled");
        }
        if (System.nanoTime() - endNanos >= 0) {
            throw ImageException.stopped("the job took longer than " + allowed.toMillis() + " ms");
        }
    }
}
