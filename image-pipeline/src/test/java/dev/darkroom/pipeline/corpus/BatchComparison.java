package dev.darkroom.pipeline.corpus;

import dev.darkroom.pipeline.corpus.CorpusPipeline.Produced;
import dev.darkroom.testkit.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Compares produced files in batches, on a separate thread, while the caller produces the next batch. */
final class BatchComparison implements AutoCloseable {
    /** Two batches are in memory at the same time. */
    private static final int FILES_IN_A_BATCH = 20;

    private final Corpus corpus;
    private final Path folder;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final List<Deviation> deviations = new ArrayList<>();
    private final List<String> figures = new ArrayList<>();
    private int batches;
    private VipsComparison next;
    private Future<?> running = CompletableFuture.completedFuture(null);

    BatchComparison(Corpus corpus, Path folder) throws IOException {
        this.corpus = corpus;
        this.folder = folder;
        this.next = batch();
    }

    /** Adds a file. Waits if the previous batch is not compared yet. */
    void add(Produced produced) throws IOException, ExecutionException, InterruptedException {
        next.add(produced);
        if (next.size() == FILES_IN_A_BATCH) {
            compare();
        }
    }

    /** Compares the remaining files. After this call, {@link #deviations} and {@link #figures} are complete. */
    void finish() throws IOException, ExecutionException, InterruptedException {
        compare();
        running.get();
    }

    List<Deviation> deviations() {
        return deviations;
    }

    /** All comparisons: file, variant, difference, allowed difference. */
    List<String> figures() {
        return figures;
    }

    private void compare() throws IOException, ExecutionException, InterruptedException {
        running.get();
        VipsComparison full = next;
        running = thread.submit(() -> {
            deviations.addAll(full.compare());
            figures.addAll(full.figures());
            return full;
        });
        next = batch();
    }

    private VipsComparison batch() throws IOException {
        return new VipsComparison(corpus, Files.createDirectory(folder.resolve("batch-" + batches++)));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
