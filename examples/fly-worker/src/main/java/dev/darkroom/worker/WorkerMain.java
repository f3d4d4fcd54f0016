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

/** One task per process. Exit status: 0 done, 1 failed, 2 misconfigured; 128 + signal when stopped by one. */
public final class WorkerMain implements OneShot.Task<WorkerMain.TaskResult> {
    static final System.Logger LOG = System.getLogger("fly-worker");
    /** For the store's answer whether the ref is there, when no signal came: a connection may have to be made first. */
    private static final Duration UNHURRIED = Duration.ofSeconds(10);

    private final Services services;
    private final TaskReport report;
    private final Duration left;
    private final long start = System.nanoTime();
    volatile Optional<Task> task = Optional.empty();
    private volatile Optional<Callback> callback = Optional.empty();

    /** How the task ended: the exit status and the callback's body. */
    record TaskResult(int status, Bytes body) {}

    WorkerMain(Services services) {
        this.services = services;
        Map<String, String> env = services.env;
        this.left = left(env);
        this.report =
                new TaskReport(env.getOrDefault("TASK_ID", ""), env.getOrDefault("BATCH_ID", ""), Task.refKey(env));
    }

    public static void main(String[] args) {
        WorkerMain main = new WorkerMain(new Services(Environment.read()));
        System.exit(OneShot.run(main, Callback.DEFAULT_TIMEOUTS, main.left).status());
    }

    /** A malformed one is told by the task, like any other variable. */
    private static Duration left(Map<String, String> env) {
        try {
            return Duration.ofSeconds(WorkerVariable.STOP_SECONDS.number(env));
        } catch (IllegalArgumentException e) {
            return OneShot.LEFT;
        }
    }

    /** One that cannot be made is a missing variable, which the work will find. */
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
        } catch (ImageException e) { // a store that cannot be opened for now
            return failed(e.failure().retryable() ? 1 : 2, e.failure().message());
        }
        task = Optional.of(opened);
        LOG.log(Level.INFO, "working on " + WorkerVariable.INPUT_R2_KEY.in(services.env));
        RunningJob job = opened.start();
        stop.thenRun(job::cancel);
        Outcome outcome = job.await();
        return ended(Optional.of(outcome.job()), TaskReport.error(outcome), UNHURRIED);
    }

    @Override
    public TaskResult failed(Throwable cause) {
        if (cause instanceof ImageException known) {
            return ended(Optional.empty(), known.failure().message(), hurried());
        }
        if (FileDescriptors.areExhausted(cause)) {
            return ended(Optional.empty(), FileDescriptors.NONE_LEFT, hurried());
        }
        log(Level.ERROR, "the task broke", cause);
        return ended(
                Optional.empty(), cause instanceof OutOfMemoryError ? "out of memory" : "internal error", hurried());
    }

    /** Without descriptors, a log may not even open; what is to be told is told all the same. */
    private static void log(Level level, String message, @Nullable Throwable cause) {
        try {
            LOG.log(level, message, cause);
        } catch (RuntimeException | Error e) {
            System.err.println(message);
        }
    }

    @Override
    public TaskResult stopped() {
        return ended(Optional.empty(), "stopped by a signal", hurried());
    }

    /** In the time that {@link OneShot.Task#stopped} has. */
    private Duration hurried() {
        return left.dividedBy(12);
    }

    /**
     * Once the ref is written the task has succeeded, whatever came after.
     *
     * @param wait for the store to say whether it is
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
