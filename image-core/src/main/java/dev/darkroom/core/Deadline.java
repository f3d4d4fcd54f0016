package dev.darkroom.core;

import java.time.Duration;

/** When a job must end, and whether it was told to end sooner. Thread-safe. */
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

    /** Makes every later {@link #check} fail. */
    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** The whole time the job was given. */
    public Duration allowed() {
        return allowed;
    }

    /** Never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /**
     * Before a call that nobody can end.
     *
     * @param step an estimate of how long it takes
     * @throws ImageException {@link dev.darkroom.core.Failure.Stopped} where that is longer than what is left
     */
    public void check(Duration step) throws ImageException {
        check();
        if (step.compareTo(remaining()) > 0) {
            throw ImageException.stopped("the job's next step would take longer than the time it has left");
        }
    }

    /**
     * @throws ImageException {@link dev.darkroom.core.Failure.Stopped} once cancelled or out of time
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
