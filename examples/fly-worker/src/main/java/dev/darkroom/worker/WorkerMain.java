package dev.darkroom.worker;

import static dev.darkroom.worker.WorkerVariable.DELETE_STAGING;
import static dev.darkroom.worker.WorkerVariable.INPUT_R2_KEY;
import static dev.darkroom.worker.WorkerVariable.STOP_SECONDS;

import dev.darkroom.cdn.Callback;
import dev.darkroom.cdn.TaskReport;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Outcome;
import dev.darkroom.host.Environment;
import dev.darkroom.host.FallbackLogger;
import dev.darkroom.host.OneShot;
import dev.darkroom.pipeline.RunningJob;
import dev.darkroom.spi.delivery.Timeouts;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Main class of the worker, which runs one task per process. Exit status: 0 done, 1 failed, 2 misconfigured, 128 + signal number if a
 * signal stopped it.
 */
public final class WorkerMain implements OneShot.Task<WorkerMain.TaskResult> {
    static final System.Logger LOG = new FallbackLogger("fly-worker", System.err::println);
    /** Timeout for asking the store whether the ref exists, if no signal came. It includes the time to connect. */
    private static final Duration REF_TIMEOUT = Duration.ofSeconds(10);

    private final Services services;
    private final TaskReport report;
    private final long start = System.nanoTime();
    volatile Optional<Task> task = Optional.empty();
    private volatile Optional<Callback> callback = Optional.empty();

    /** How the task ended: the exit status and the callback's body. */
    record TaskResult(int status, Bytes body) {}

    WorkerMain(Services services) {
        this.services = services;
        this.report = new TaskReport(
                services.env.getOrDefault("TASK_ID", ""),
                services.env.getOrDefault("BATCH_ID", ""),
                Task.refKey(services.env));
    }

    public static void main(String[] args) {
        Services services = new Services(Environment.read());
        Duration stopTime = Duration.ofSeconds(STOP_SECONDS.setting.numberOrDefault(services.env));
        System.exit(OneShot.run(new WorkerMain(services), Callback.DEFAULT_TIMEOUTS, stopTime)
                .status());
    }

    @Override
    public void prepare() {
        callback();
    }

    /**
     * @throws IllegalArgumentException if a variable of the callback is missing or malformed
     */
    private Callback callback() {
        Callback open = callback.orElseGet(services::callback);
        callback = Optional.of(open);
        return open;
    }

    @Override
    public TaskResult work(CompletionStage<?> stop) {
        Task opened;
        try {
            opened = new Task(services);
            callback();
        } catch (IllegalArgumentException e) {
            return failed(2, String.valueOf(e.getMessage()));
        } catch (ImageException e) { // the store cannot be opened, perhaps only for a while
            return failed(e.failure().retryable() ? 1 : 2, e.failure().message());
        }
        task = Optional.of(opened);
        LOG.log(Level.INFO, "working on " + INPUT_R2_KEY.in(services.env));
        RunningJob job = opened.start();
        stop.thenRun(job::cancel);
        Outcome outcome = job.await();
        return ended(Optional.of(outcome.job()), TaskReport.error(outcome), REF_TIMEOUT);
    }

    @Override
    public TaskResult failed(String error, Duration limit) {
        return ended(Optional.empty(), error, limit);
    }

    /**
     * Returns the result of the task. The task has succeeded if the ref is written, even if a later step failed.
     *
     * @param wait timeout for asking the store whether the ref is written
     */
    private TaskResult ended(Optional<Outcome.Job> job, String error, Duration wait) {
        return task.flatMap(begun -> begun.ref.written(wait))
                .map(ref -> new TaskResult(0, report.success(ref, job, Duration.ofNanos(System.nanoTime() - start))))
                .orElseGet(() -> failed(1, error));
    }

    private TaskResult failed(int status, String error) {
        LOG.log(Level.ERROR, error);
        return new TaskResult(status, report.error(error));
    }

    @Override
    public void report(TaskResult end, Timeouts timeouts, Deadline deadline) throws ImageException {
        callback().send(end.body(), report.taskId(), timeouts, deadline);
    }

    @Override
    public void close() {
        callback.ifPresent(Callback::close);
        task.ifPresent(begun -> begun.cdn.close());
    }

    @Override
    public void reported(TaskResult end) throws ImageException {
        if (end.status() == 0 && DELETE_STAGING.in(services.env).equals("true")) {
            task.orElseThrow().staging.delete(INPUT_R2_KEY.in(services.env));
        }
    }
}
