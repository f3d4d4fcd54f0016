package dev.darkroom.pipeline.resource;

import dev.darkroom.core.ImageException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The parallel tasks of one job. Each task runs on an idle core if there is one, else at once on the job's own thread. Not thread-safe:
 * only the job's thread uses it.
 */
public final class ParallelTasks implements AutoCloseable {
    private final CoreBudget cores;
    private final PipelineThreads workers;
    private final List<CompletableFuture<?>> begun = new ArrayList<>();

    public ParallelTasks(CoreBudget cores, PipelineThreads workers) {
        this.cores = cores;
        this.workers = workers;
    }

    /** A task that was started and may be complete. */
    public static final class ParallelTask<T> {
        private final CompletableFuture<T> future;

        private ParallelTask(CompletableFuture<T> future) {
            this.future = future;
        }

        /** Waits for the result. Throws the exception with which the task failed. */
        public T result() throws ImageException {
            try {
                return future.join();
            } catch (CompletionException e) {
                Throwable cause = e.getCause();
                if (cause instanceof ImageException failed) {
                    throw failed;
                }
                if (cause instanceof Error error) {
                    throw error;
                }
                throw e;
            }
        }
    }

    public <T> ParallelTask<T> begin(ImageTask<T> step) {
        CompletableFuture<T> future = new CompletableFuture<>();
        CoreBudget.Core idle = cores.takeIdle();
        if (idle == null) {
            run(step, future);
        } else {
            begun.add(future);
            workers.execute(() -> run(step, future), idle::close);
        }
        return new ParallelTask<>(future);
    }

    private static <T> void run(ImageTask<T> step, CompletableFuture<T> future) {
        try {
            future.complete(step.run());
        } catch (ImageException | RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }

    /** Waits until no task runs any more, so that the memory that the tasks use can be released. */
    @Override
    public void close() {
        CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new))
                .exceptionally(e -> null)
                .join();
    }
}
