package dev.darkroom.pipeline.resource;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A budget of cores: limits the number of threads that work on pixels at once, over all jobs of a pipeline. A job holds one core from its
 * decode to its last encode. A job whose variants can be encoded in parallel also borrows cores that no other job waits for. Thread-safe.
 */
public final class CoreBudget {
    /** A budget without cores. */
    public static final CoreBudget NONE = new CoreBudget(0);

    private static final long POLL_MILLIS = 25;

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
     * Waits for a core. Waiting jobs are served in the order in which they asked.
     *
     * @throws ImageException {@link dev.darkroom.core.Failure.Stopped} when the job is over
     */
    public Core take(Deadline deadline) throws ImageException {
        try {
            do {
                deadline.check();
            } while (!idle.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS));
            return new Core();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ImageException.stopped("the job was interrupted");
        }
    }

    /** Takes an idle core that no job waits for. Null if there is none. */
    @Nullable
    public Core takeIdle() {
        return !idle.hasQueuedThreads() && idle.tryAcquire() ? new Core() : null;
    }

    /** A core in use. Closing it returns it to the budget. Idempotent. */
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
