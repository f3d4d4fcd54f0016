package dev.darkroom.bench.leak;

import dev.darkroom.core.Stage;
import dev.darkroom.pipeline.PipelineListener;
import java.time.Duration;

/** A listener that delays a job when it leaves a stage. */
record DelayingListener(Stage after, Duration pause) implements PipelineListener {
    @Override
    public void on(Event event) {
        if (event instanceof StageEnded ended && ended.stage() == after) {
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
