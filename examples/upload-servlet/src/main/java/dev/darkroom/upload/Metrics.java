package dev.darkroom.upload;

import dev.darkroom.core.Failure;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.pipeline.PipelineListener;
import dev.darkroom.upload.access.PictureKind;
import dev.darkroom.upload.body.AdmissionControl;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Locale;
import java.util.function.Supplier;

/** Metrics of the server since its start, for Prometheus. Thread-safe. */
final class Metrics implements AutoCloseable {
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    Metrics(AdmissionControl admission, JobQueue jobs) {
        gauge("darkroom.uploads.arriving", "request bodies that are arriving", admission::arriving);
        gauge("darkroom.uploads.memory.bytes", "bytes of uploads in memory", admission::bytesTaken);
        gauge("darkroom.uploads.memory.limit.bytes", "limit of the bytes of uploads in memory", admission::bytesTotal);
        gauge("darkroom.jobs.queued", "jobs that run or wait", jobs::running);
        gauge("darkroom.jobs.queue.limit", "limit of the jobs that run or wait", jobs::total);
    }

    void gauge(String name, String meaning, Supplier<Number> value) {
        Gauge.builder(name, value).description(meaning).strongReference(true).register(registry);
    }

    /** A listener for the pipeline of one kind. */
    PipelineListener listener(PictureKind kind) {
        return event -> {
            if (event instanceof PipelineListener.StageEnded stage) {
                Timer.builder("darkroom.stage")
                        .description("time spent in a stage")
                        .tag("stage", lower(stage.stage()))
                        .register(registry)
                        .record(stage.took());
            } else if (event instanceof PipelineListener.Recognized upload) {
                registry.counter(
                                "darkroom.source.bytes",
                                "format",
                                lower(upload.info().format()))
                        .increment(upload.bytes());
            } else if (event instanceof PipelineListener.Finished job) {
                finished(kind, job.outcome());
            }
        };
    }

    /** Counts a finished request, with or without a job. */
    void answered(String route, int status, String reason) {
        registry.counter("darkroom.requests", "route", route, "status", String.valueOf(status), "reason", reason)
                .increment();
    }

    String text() {
        return registry.scrape();
    }

    private void finished(PictureKind kind, Outcome outcome) {
        String reason = "none";
        String ended = "completed";
        if (outcome instanceof Outcome.Completed done) {
            long bytes = 0;
            for (Rendition rendition : done.renditions()) {
                bytes += rendition.bytes().length();
            }
            registry.counter("darkroom.rendition.bytes", "kind", lower(kind)).increment((double) bytes);
        } else if (outcome instanceof Outcome.Rejected rejected) {
            ended = "rejected";
            reason = reason(rejected.failure());
        } else if (outcome instanceof Outcome.Failed failed) {
            ended = "failed";
            reason = reason(failed.failure());
        }
        registry.counter("darkroom.jobs", "kind", lower(kind), "outcome", ended, "reason", reason)
                .increment();
    }

    private static String reason(Failure failure) {
        return ProblemMapper.of(failure).reason().slug();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        registry.close();
    }
}
