package dev.darkroom.pipeline;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A submitted job. Thread-safe. */
public final class RunningJob {
    private final CompletableFuture<Outcome> future;
    private final Deadline deadline;

    RunningJob(CompletableFuture<Outcome> future, Deadline deadline) {
        this.future = future;
        this.deadline = deadline;
    }

    /** Ends the job as {@link dev.darkroom.core.Failure.Stopped} at its next step, unless it ends before. Returns at once. */
    public void cancel() {
        deadline.cancel();
    }

    /** Waits for the end of the job. */
    public Outcome await() {
        return future.join();
    }

    /** Completes with the outcome, never exceptionally. */
    public CompletionStage<Outcome> outcome() {
        return future.minimalCompletionStage();
    }
}
