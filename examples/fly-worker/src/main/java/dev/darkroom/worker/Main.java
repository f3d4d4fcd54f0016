package dev.darkroom.worker;

import dev.darkroom.cdn.Callback;
import dev.darkroom.cdn.TaskReport;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Publication;
import dev.darkroom.pipeline.OneShot;
import dev.darkroom.pipeline.RunningJob;
import dev.darkroom.spi.Deadline;
import dev.darkroom.spi.Patience;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** One task per process. Exit status: 0 done, 1 failed, 2 misconfigured; 128 + signal when stopped by one. */
public final class Main implements OneShot.Task<Main.End> {
    private static final System.Logger LOG = System.getLogger("fly-worker");
    private static final Duration CALLBACK = Duration.ofSeconds(15);

    private final Map<String, String> env;
    private final TaskReport report;
    private final long start = System.nanoTime();
    /** Set when the ref is written, in this run or an earlier one: the task has succeeded, whatever comes. */
    private volatile Optional<Publication> ref = Optional.empty();

    /** How the task ended: the exit status and the callback's body. */
    record End(int status, Bytes body) {}

    private Main(Map<String, String> env) {
        this.env = env;
        this.report = new TaskReport(
                env.getOrDefault("TASK_ID", ""),
                env.getOrDefault("BATCH_ID", ""),
                env.getOrDefault("INPUT_R2_KEY", "") + Task.REF);
    }

    public static void main(String[] args) {
        End end = OneShot.run(
                new Main(System.getenv()), Patience.standard().answer(CALLBACK).step(CALLBACK));
        System.exit(end.status());
    }

    @Override
    public End work(CompletionStage<?> stop) {
        try {
            Variable.check(env);
        } catch (IllegalArgumentException e) {
            return failed(2, e.getMessage());
        }
        try (Task task = new Task(env, publication -> ref = Optional.of(publication))) {
            ref = task.finishedBefore();
            if (ref.isPresent()) {
                LOG.log(Level.INFO, "an earlier run finished this task");
                return ended(Optional.empty(), "");
            }
            RunningJob job = task.start();
            stop.thenRun(job::cancel);
            Outcome outcome = job.await();
            return ended(Optional.of(outcome.job()), TaskReport.error(outcome));
        } catch (ImageException e) {
            return failed(1, "Failed to download image: " + e.getMessage());
        }
    }

    @Override
    public End broken(Throwable cause) {
        LOG.log(Level.ERROR, "the task broke", cause);
        return ended(Optional.empty(), cause instanceof OutOfMemoryError ? "out of memory" : "internal error");
    }

    @Override
    public End stopped() {
        return ended(Optional.empty(), "Stopped by a signal");
    }

    private End ended(Optional<Outcome.Job> job, String error) {
        Optional<Publication> written = ref;
        try {
            return written.isEmpty()
                    ? failed(1, error)
                    : new End(0, report.success(written.get(), job, Duration.ofNanos(System.nanoTime() - start)));
        } catch (ImageException e) {
            return failed(1, "the ref is damaged");
        }
    }

    private End failed(int status, String error) {
        LOG.log(Level.ERROR, error);
        return new End(status, report.error(error));
    }

    @Override
    public void tell(End end, Patience patience, Deadline deadline) throws ImageException {
        Callback.Builder callback = Callback.builder(URI.create(Variable.CALLBACK_URL.in(env)));
        String secret = Variable.CALLBACK_SECRET.in(env);
        (secret.isEmpty() ? callback : callback.secret(secret))
                .build()
                .send(end.body(), Variable.TASK_ID.in(env), patience, deadline);
    }

    @Override
    public void told(End end) {
        if (end.status() == 0 && Variable.DELETE_STAGING.in(env).equals("true")) {
            try (Task task = new Task(env, publication -> {})) {
                task.deleteStaging();
            } catch (ImageException e) {
                LOG.log(Level.WARNING, "the staging original was not deleted: " + e.getMessage());
            }
        }
    }
}
