package dev.darkroom.host;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.Timeouts;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs one task in its own process and reports its result from one place, before the process exits. It reports after success and failure,
 * after unexpected errors, when memory is exhausted, and on SIGTERM and SIGINT. After these signals, platforms kill a process after five
 * seconds unless configured otherwise.
 *
 * @param <E> type of the result of a task
 */
public final class OneShot<E> {
    /** Time from a signal until the platform kills the process, unless it is configured otherwise. */
    public static final Duration LEFT = Duration.ofSeconds(5);

    private static final Duration GRACE = Duration.ofMillis(900);
    private static final Duration FOREVER = Duration.ofDays(1);
    /** Runs a task after the work has had its {@link #GRACE} period. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(GRACE.toMillis(), TimeUnit.MILLISECONDS);

    private static final int RESERVE_BYTES = 2 << 20;

    private static final System.Logger LOG = new FallbackLogger(OneShot.class.getName(), lost -> {});

    private final Task<E> task;
    /** After a signal: total time for all steps. */
    private final Duration total;
    /** After a signal: time until the report must be complete. */
    private final Duration reportTime;
    /** After a signal: time for one attempt to report. */
    private final Duration attempt;
    /** Time for {@link Task#failed}. */
    private final Duration limit;

    private final Executor later;
    private final CompletableFuture<Deadline> stop = new CompletableFuture<>();
    private final Deadline reporting = Deadline.after(FOREVER);
    private final CountDownLatch over = new CountDownLatch(1);
    /** Memory that is released when the work is over, so that a process out of memory can still report. */
    private final AtomicReference<byte @Nullable []> reserve = new AtomicReference<>(new byte[RESERVE_BYTES]);

    /**
     * @param left time from a signal until the platform kills the process
     * @param later runs a task after the work has had its time to end by itself
     */
    OneShot(Task<E> task, Duration left, Executor later) {
        this.task = task;
        this.total = left.multipliedBy(84).dividedBy(100);
        this.reportTime = left.multipliedBy(80).dividedBy(100);
        this.attempt = left.dividedBy(2);
        this.limit = left.dividedBy(12);
        this.later = later;
    }

    /**
     * A task: its work and the report of its result. A result may be any value, such as an outcome.
     *
     * @param <E> type of the result of the task
     */
    public interface Task<E> {
        /**
         * Prepares the resources that the report needs, before the work uses what is available. Called first, and must be brief. An
         * {@link IllegalArgumentException} is ignored, because {@link #report} throws it again.
         */
        default void prepare() {}

        /**
         * Does the work, on a separate thread.
         *
         * @param stop completes when a signal came; then the work must end as soon as it can
         */
        E work(CompletionStage<?> stop);

        /**
         * Returns the result for work that ended without one: it threw an exception, or it did not end in time after a signal.
         *
         * @param error the reason in one line; it contains no private data
         * @param limit time that this method may take at most
         */
        E failed(String error, Duration limit);

        /**
         * Reports the result, with retries within the timeouts. Called once, and a second time only if a signal interrupted the first call.
         *
         * @throws IllegalArgumentException when the receiver of the report is not known
         */
        void report(E end, Timeouts timeouts, Deadline deadline) throws ImageException;

        /** Called once after the result was reported. A failure is logged; it does not change the result. */
        void reported(E end) throws ImageException;

        /** Releases resources that would keep the process from exiting at once. Called last, unless the process is killed before. */
        void close();
    }

    /**
     * Runs the task with {@link #LEFT} as the time after a signal.
     *
     * @param timeouts for the report if no signal came
     * @return the result of the task
     */
    public static <E> E run(Task<E> task, Timeouts timeouts) {
        return run(task, timeouts, LEFT);
    }

    /**
     * @param timeouts for the report if no signal came
     * @param left time from a signal until the platform kills the process; the task is told to stop at once, and the report must be
     *     complete after four fifths of this time
     * @return the result of the task
     */
    public static <E> E run(Task<E> task, Timeouts timeouts, Duration left) {
        return new OneShot<>(task, left, LATER).run(timeouts);
    }

    private E run(Timeouts timeouts) {
        Thread hook = new Thread(this::stop, "darkroom-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return runToEnd(timeouts);
        } finally {
            forget(hook);
        }
    }

    /** Removes the shutdown hook, so that a process that continues keeps no reference to the task. */
    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook has begun.
        }
    }

    E runToEnd(Timeouts timeouts) {
        try {
            E end = work();
            reserve.set(null);
            if (reportEnd(end, timeouts)) {
                afterwards(end);
            }
            return end;
        } finally {
            over.countDown();
            close();
        }
    }

    /** Calls {@link Task#reported}. If it fails, the report still counts as made. */
    private void afterwards(E end) {
        try {
            task.reported(end);
        } catch (ImageException e) {
            LOG.log(Level.WARNING, "the step after the report failed: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "the step after the report failed", e);
        }
    }

    private void close() {
        try {
            task.close();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "the task could not be closed", e);
        }
    }

    private E work() {
        try (DescriptorReserve descriptors = new DescriptorReserve()) {
            prepare();
            return workWith(descriptors);
        } catch (ImageException e) {
            return failed(e);
        }
    }

    private void prepare() {
        try {
            task.prepare();
        } catch (IllegalArgumentException e) {
            // The report throws it again.
        } catch (RuntimeException | Error e) { // the report will try again
            LOG.log(Level.WARNING, "the report could not be prepared", e);
        }
    }

    private E workWith(DescriptorReserve descriptors) {
        CompletableFuture<E> work = new CompletableFuture<>();
        Thread thread = new Thread(() -> work(work), "darkroom-task");
        thread.setDaemon(true);
        thread.start();
        CompletableFuture<Void> limit = stop.thenRunAsync(
                () -> {
                    if (!work.isDone()) {
                        completeStopped(work);
                    }
                },
                later);
        try {
            return work.join();
        } catch (CompletionException e) {
            // The thread could not even make a result. Now that it is gone, there may be memory.
            descriptors.close();
            return failed(cause(e));
        } finally {
            limit.cancel(false);
        }
    }

    private void completeStopped(CompletableFuture<E> work) {
        try {
            work.complete(task.failed("stopped by a signal", limit));
        } catch (Throwable e) { // such as out of memory: the result is reported even so
            reserve.set(null);
            work.completeExceptionally(e);
        }
    }

    private void work(CompletableFuture<E> work) {
        try {
            try {
                work.complete(task.work(stop));
            } catch (Throwable e) { // every kind of error must be reported
                reserve.set(null);
                work.complete(failed(cause(e)));
            }
        } catch (Throwable e) {
            work.completeExceptionally(e);
        }
    }

    private E failed(Throwable cause) {
        return task.failed(UnexpectedErrors.message(cause, LOG), limit);
    }

    private static Throwable cause(Throwable e) {
        return e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    }

    private boolean reportEnd(E end, Timeouts timeouts) {
        if (!stop.isDone()) {
            ImageException failure = attempt(end, timeouts, reporting);
            if (failure == null || !stop.isDone()) {
                return logged(failure);
            }
        }
        Deadline soon = stop.join();
        Timeouts hurry = new Timeouts(attempt, attempt, soon.remaining().plusMillis(1));
        return logged(attempt(end, hurry, soon));
    }

    private static boolean logged(@Nullable ImageException failure) {
        if (failure != null) {
            Throwable defect = failure.failure() instanceof Failure.Defect ? failure.getCause() : null;
            LOG.log(Level.ERROR, "the result of the task could not be reported: " + failure.failure(), defect);
        }
        return failure == null;
    }

    private @Nullable ImageException attempt(E end, Timeouts timeouts, Deadline deadline) {
        try {
            task.report(end, timeouts, deadline);
            return null;
        } catch (ImageException e) {
            return e;
        } catch (IllegalArgumentException e) {
            return ImageException.refused("callback", String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) { // the process must exit with the result of the task, reported or not
            return ImageException.defect("the report failed with an internal error", e);
        }
    }

    /** The action of the shutdown hook. The process ends when it returns. */
    void stop() {
        if (over.getCount() == 0) {
            return;
        }
        LOG.log(Level.INFO, "stopping");
        stop.complete(Deadline.after(reportTime));
        reporting.cancel();
        try {
            if (!over.await(total.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.ERROR, "time ran out before all steps were done");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
