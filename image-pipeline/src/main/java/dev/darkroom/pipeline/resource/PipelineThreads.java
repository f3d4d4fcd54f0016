package dev.darkroom.pipeline.resource;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The pipeline's threads: daemon threads that are created on demand. They mostly wait for services; the memory budget limits how many jobs
 * hold pixels. If the system cannot create a thread, the task runs on the calling thread.
 */
public final class PipelineThreads implements AutoCloseable {
    private static final int TIMEOUT_SECONDS = 5;

    private final AtomicInteger count = new AtomicInteger();
    private final ExecutorService executor;

    public PipelineThreads() {
        this(Thread::new);
    }

    public PipelineThreads(ThreadFactory threads) {
        executor = Executors.newCachedThreadPool(task -> {
            Thread thread = threads.newThread(task);
            thread.setName("darkroom-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    public <T> CompletableFuture<T> submit(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, this::start);
    }

    /** Runs both tasks. The second one runs even if the first fails. */
    void execute(Runnable task, Runnable afterwards) {
        Runnable both = () -> {
            try {
                task.run();
            } finally {
                afterwards.run();
            }
        };
        start(both);
    }

    /** Catches {@link OutOfMemoryError} too: the JVM throws it when it cannot start a thread, so the task has not begun then. */
    private void start(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            task.run();
        }
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
