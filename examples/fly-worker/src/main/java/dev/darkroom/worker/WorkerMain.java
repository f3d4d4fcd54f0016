package dev.darkroom.worker;

import dev.darkroom.cdn.Callback;
import dev.darkroom.cdn.TaskReport;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Outcome;
import dev.darkroom.host.Environment;
import dev.darkroom.host.OneShot;
import dev.darkroom.pipeline.RunningJob;
import dev.darkroom.spi.codec.FileDescriptors;
import dev.darkroom.spi.delivery.Timeouts;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Main class of the worker, which runs one task per process. Exit status: 0 done, 1 failed, 2 misconfigured, 128 + signal number if a
 * signal stopped it.
 */
public final class WorkerMain implements OneShot.Task<WorkerMain.TaskResult> {
    static final System.Logger LOG = System.getLogger("fly-worker");
    /** Timeout for asking the store whether the ref exists, if no signal came. It includes the time to connect. */
    private static final Duration REF_TIMEOUT = Duration.ofSeconds(10);

    private final Services services;
    private final TaskReport report;
    private final Duration stopTime;
    private final long start = System.nanoTime();
    volatile Optional<Task> task = Optional.empty();
    private volatile Optional<Callback> callback = Optional.empty();

    /** How the task ended: the exit status and the callback's body. */
    record TaskResult(int status, Bytes body) {}

    WorkerMain(Services services) {
        this.services = services;
        Map<String, String> env = services.env;
        this.stopTime = stopTime(env);
        this.report =
                new TaskReport(env.getOrDefault("TASK_ID", ""), env.getOrDefault("BATCH_ID", ""), Task.refKey(env));
    }

    public static void main(String[] args) {
        WorkerMain main = new WorkerMain(new Services(Environment.read()));
        System.exit(OneShot.run(main, Callback.DEFAULT_TIMEOUTS, main.stopTime).status());
    }

    /**
     * The time between the stop signal and the end of the process. Uses the default if the variable is malformed; the task reports that
     * error.
     */
    private static Duration stopTime(Map<String, String> env) {
        try {
            return Duration.ofSeconds(WorkerVariable.STOP_SECONDS.number(env));
        } catch (IllegalArgumentException e) {
            return OneShot.LEFT;
        }
    }

    /** Opens the callback. If a variable is missing or malformed, {@link #work} reports that. */
    @Override
    public void prepare() {
        try {
            callback = Optional.of(services.callback());
        } catch (IllegalArgumentException e) {
            callback = Optional.empty();
        }
    }

    @Override
    public TaskResult work(CompletionStage<?> stop) {
        Task opened;
        try {
            opened = new Task(services);
            callback = Optional.of(callback.orElseGet(services::callback));
        } catch (IllegalArgumentException e) {
            return failed(2, String.valueOf(e.getMessage()));
        } catch (ImageException e) { // the store cannot be opened, perhaps only for a while
            return failed(e.failure().retryable() ? 1 : 2, e.failure().message());
        }
        task = Optional.of(opened);
        LOG.log(Level.INFO, "working on " + WorkerVariable.INPUT_R2_KEY.in(services.env));
        RunningJob job = opened.start();
        stop.thenRun(job::cancel);
        Outcome outcome = job.await();
        return ended(Optional.of(outcome.job()), TaskReport.error(outcome), REF_TIMEOUT);
    }

    @Override
    public TaskResult failed(Throwable cause) {
        if (cause instanceof ImageException known) {
            return ended(Optional.empty(), known.failure().message(), stopWait());
        }
        if (FileDescriptors.areExhausted(cause)) {
            return ended(Optional.empty(), FileDescriptors.NONE_LEFT, stopWait());
        }
        log(Level.ERROR, "the task failed with an unexpected error", cause);
        return ended(
                Optional.empty(), cause instanceof OutOfMemoryError ? "out of memory" : "internal error", stopWait());
    }

    /** Logs a message. If the log cannot be opened, for example without free file descriptors, it prints the message to standard error. */
    private static void log(Level level, String message, @Nullable Throwable cause) {
        try {
            LOG.log(level, message, cause);
        } catch (RuntimeException | Error e) {
            System.err.println(message);
        }
    }

    @Override
    public TaskResult stopped() {
        return ended(Optional.empty(), "stopped by a signal", stopWait());
    }

    /** The timeout within {@link OneShot.Task#stopped}, which has only part of the remaining time. */
    private Duration stopWait() {
        return stopTime.dividedBy(12);
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
        log(Level.ERROR, error, null);
        return new TaskResult(status, report.error(error));
    }

    @Override
    public void report(TaskResult end, Timeouts timeouts, Deadline deadline) throws ImageException {
        Callback ready = callback.orElseGet(services::callback);
        callback = Optional.of(ready);
        ready.send(end.body(), report.taskId(), timeouts, deadline);
    }

    @Override
    public void close() {
        callback.ifPresent(Callback::close);
        task.ifPresent(Task::close);
    }

    @Override
    public void reported(TaskResult end) {
        try {
            if (end.status() == 0
                    && WorkerVariable.DELETE_STAGING.in(services.env).equals("true")) {
                task.orElseThrow().staging.delete(WorkerVariable.INPUT_R2_KEY.in(services.env));
            }
        } catch (ImageException e) {
            LOG.log(Level.WARNING, "the staging original was not deleted: " + e.getMessage());
        }
    }
}
