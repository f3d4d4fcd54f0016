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
 * The pipeline's threads: daemons, made when needed. They wait for services; how many jobs hold pixels the memory budget decides. Where
 * the system has no thread to give, work is done on the calling one.
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

    /** Runs both, the second whatever becomes of the first. */
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

    /** An error here comes before the task began: the JVM throws it where it cannot start a thread. */
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
