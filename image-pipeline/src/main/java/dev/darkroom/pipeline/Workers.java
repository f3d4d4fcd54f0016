package dev.darkroom.pipeline;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The pipeline's threads: daemons, made when needed. They wait for services; how many jobs hold pixels the memory budget decides. */
final class Workers implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    private final AtomicInteger count = new AtomicInteger();
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "darkroom-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    <T> CompletableFuture<T> submit(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, executor);
    }

    /** Runs both, the second whatever becomes of the first; on the calling thread where the pipeline's own are gone. */
    void execute(Runnable task, Runnable afterwards) {
        Runnable both = () -> {
            try {
                task.run();
            } finally {
                afterwards.run();
            }
        };
        try {
            executor.execute(both);
        } catch (RejectedExecutionException e) {
            both.run();
        }
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
