package dev.darkroom.pipeline.resource;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who may work on pixels: no more threads than there are cores, over all jobs of a pipeline. A job holds one from its decode to its last
 * encode; a job whose variants could be encoded side by side borrows those that nobody waits for. Thread-safe.
 */
public final class CoreBudget {
    /** Has none to lend. */
    public static final CoreBudget NONE = new CoreBudget(0);

    private static final long SLICE_MILLIS = 25;

    private final int count;
    private final Semaphore idle;

    public CoreBudget(int count) {
        this.count = count;
        this.idle = new Semaphore(count, true);
    }

    public int count() {
        return count;
    }

    public int busy() {
        return count - idle.availablePermits();
    }

    /**
     * Waits for one, in the order of asking.
     *
     * @throws ImageException {@link dev.darkroom.core.Failure.Stopped} when the job is over
     */
    public Core take(Deadline deadline) throws ImageException {
        try {
            do {
                deadline.check();
            } while (!idle.tryAcquire(SLICE_MILLIS, TimeUnit.MILLISECONDS));
            return new Core();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ImageException.stopped("the job was interrupted");
        }
    }

    /** One that is idle and that nobody waits for, or null. */
    @Nullable
    public Core takeIdle() {
        return !idle.hasQueuedThreads() && idle.tryAcquire() ? new Core() : null;
    }

    /** A core that is taken. */
    public final class Core implements AutoCloseable {
        private boolean closed;

        private Core() {}

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                idle.release();
            }
        }
    }
}
