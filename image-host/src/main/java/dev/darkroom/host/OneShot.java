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
 * Runs one task in a process of its own and sees that how it ended is told, from one place, before the process is gone: after success
 * and failure, after errors nobody expected, out of memory, and on SIGTERM and SIGINT, which leave a process five seconds unless its
 * platform was told otherwise.
 *
 * @param <E> how a task ended
 */
public final class OneShot<E> {
    /** What platforms leave a process after a signal, until they kill it. */
    public static final Duration LEFT = Duration.ofSeconds(5);

    private static final Duration GRACE = Duration.ofMillis(900);
    private static final Duration FOREVER = Duration.ofDays(1);
    /** Runs what is due when the work has had its {@link #GRACE}. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(GRACE.toMillis(), TimeUnit.MILLISECONDS);

    private static final int RESERVE_BYTES = 2 << 20;

    private static final System.Logger LOG = System.getLogger(OneShot.class.getName());

    private final Task<E> task;
    /** After a signal: in all; until telling must be over; for one attempt to tell. */
    private final Duration all;

    private final Duration told;
    private final Duration attempt;
    private final Executor later;
    private final CompletableFuture<Deadline> stop = new CompletableFuture<>();
    private final Deadline telling = Deadline.after(FOREVER);
    private final CountDownLatch over = new CountDownLatch(1);
    /** Given up when the work is over, so that a process out of memory can still tell. */
    private final AtomicReference<byte @Nullable []> reserve = new AtomicReference<>(new byte[RESERVE_BYTES]);

    /**
     * @param left by the platform after a signal
     * @param later runs what is due when the work has had its time to end by itself
     */
    OneShot(Task<E> task, Duration left, Executor later) {
        this.task = task;
        this.all = left.multipliedBy(84).dividedBy(100);
        this.told = left.multipliedBy(80).dividedBy(100);
        this.attempt = left.dividedBy(2);
        this.later = later;
    }

    /**
     * What is to be done and told.
     *
     * @param <E> how it ended
     */
    public interface Task<E> {
        /** Called first, and must be brief: makes ready what telling needs, before the work takes what there is. */
        default void prepare() {}

        /**
         * The work, on a thread of its own.
         *
         * @param stop completes when a signal came; the work then ends as soon as it can
         */
        E work(CompletionStage<?> stop);

        /**
         * How it ended when the work threw, such as an {@link OutOfMemoryError}, or was not begun for want of descriptors, which is an
         * {@link ImageException}.
         */
        E failed(Throwable cause);

        /** How it ended when a signal came and the work did not end in time. Must return within a tenth of the time that is left. */
        E stopped();

        /**
         * Tells somebody, with retries as far as the patience goes. Called once; a second time only if a signal cut the first one short.
         *
         * @throws IllegalArgumentException when it is not known whom to tell
         */
        void report(E end, Timeouts timeouts, Deadline deadline) throws ImageException;

        /** Called once when it was told. */
        void reported(E end);

        /** Called last, unless the process is gone before: ends what would keep it from ending at once. */
        void close();
    }

    /**
     * With {@link #LEFT} after a signal.
     *
     * @param timeouts for telling, when there is no hurry
     */
    public static <E> E run(Task<E> task, Timeouts timeouts) {
        return run(task, timeouts, LEFT);
    }

    /**
     * @param timeouts for telling, when there is no hurry
     * @param left by the platform after a signal, until it kills the process; the task is told to stop at once, and telling is over after
     *     four fifths of it
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

    /** So that a process that goes on keeps nothing of the task. */
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
            if (tell(end, timeouts)) {
                afterwards(end);
            }
            return end;
        } finally {
            over.countDown();
            close();
        }
    }

    /** What was told stays told. */
    private void afterwards(E end) {
        try {
            task.reported(end);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "what was to be done after the end was told failed", e);
        }
    }

    private void close() {
        try {
            task.close();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "the task was not closed", e);
        }
    }

    private E work() {
        try (DescriptorReserve descriptors = new DescriptorReserve()) {
            prepare();
            return workWith(descriptors);
        } catch (ImageException e) {
            return task.failed(e);
        }
    }

    private void prepare() {
        try {
            task.prepare();
        } catch (RuntimeException | Error e) { // telling will try again
            LOG.log(Level.WARNING, "what telling needs could not be made ready", e);
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
        } catch (
                CompletionException
                        e) { // not even the end could be told; now that the thread is gone, there may be memory
            descriptors.close();
            return task.failed(cause(e));
        } finally {
            limit.cancel(false);
        }
    }

    private void completeStopped(CompletableFuture<E> work) {
        try {
            work.complete(task.stopped());
        } catch (Throwable e) { // such as out of memory: how it ended is told all the same
            reserve.set(null);
            work.completeExceptionally(e);
        }
    }

    private void work(CompletableFuture<E> work) {
        try {
            try {
                work.complete(task.work(stop));
            } catch (Throwable e) { // of whatever kind: it must be told
                reserve.set(null);
                work.complete(task.failed(cause(e)));
            }
        } catch (Throwable e) {
            work.completeExceptionally(e);
        }
    }

    private static Throwable cause(Throwable e) {
        return e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    }

    private boolean tell(E end, Timeouts timeouts) {
        if (!stop.isDone()) {
            ImageException failure = attempt(end, timeouts, telling);
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
            LOG.log(Level.ERROR, "how the task ended could not be told: " + failure.failure(), defect);
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
        } catch (RuntimeException | Error e) { // the process must end as the task did, told or not
            return ImageException.defect("telling broke", e);
        }
    }

    /** The shutdown hook: the process ends when it returns. */
    void stop() {
        if (over.getCount() == 0) {
            return;
        }
        LOG.log(Level.INFO, "stopping");
        stop.complete(Deadline.after(told));
        telling.cancel();
        try {
            if (!over.await(all.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.ERROR, "out of time: not everything was done");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
