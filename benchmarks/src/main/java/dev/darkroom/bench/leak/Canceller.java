package dev.darkroom.bench.leak;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.core.Stage;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineListener;
import dev.darkroom.pipeline.RunningJob;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A listener that cancels a job when it leaves a stage. One job at a time. */
final class Canceller implements PipelineListener {
    private final Stage after;
    private volatile CompletableFuture<RunningJob> current = new CompletableFuture<>();

    Canceller(Stage after) {
        this.after = after;
    }

    /** Runs a job on a pipeline that this listens to. */
    Outcome run(Pipeline pipeline, Bytes upload) {
        CompletableFuture<RunningJob> started = new CompletableFuture<>();
        current = started;
        RunningJob job = pipeline.submit(Source.of(upload), Map.of());
        started.complete(job);
        return job.await();
    }

    @Override
    public void on(Event event) {
        if (event instanceof StageEnded ended && ended.stage() == after) {
            current.join().cancel();
        }
    }
}
