package dev.darkroom.pipeline.resource;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A budget of bytes that all jobs together may hold. Grants are given in the order in which they were requested, so that no large job
 * starves. Thread-safe.
 */
public final class MemoryBudget {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(25);

    private final long total;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition returned = lock.newCondition();
    private long free;
    private long nextTicket;
    private long serving;
    /** Tickets that were served or timed out, but whose number {@code serving} has not reached yet. */
    private final Set<Long> left = new HashSet<>();

    public MemoryBudget(long total) {
        this.total = total;
        this.free = total;
    }

    /** Whether this many bytes can ever be granted. */
    public boolean holds(long bytes) {
        return bytes <= total;
    }

    public long total() {
        return total;
    }

    public long taken() {
        lock.lock();
        try {
            return total - free;
        } finally {
            lock.unlock();
        }
    }

    /** Number of jobs that wait for bytes. */
    public int waiting() {
        lock.lock();
        try {
            return (int) (nextTicket - serving) - left.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the bytes are free.
     *
     * @throws ImageException {@link Failure.OverLimit} at once when they exceed the whole budget; {@link Failure.Unavailable} after
     *     {@code wait}; {@link Failure.Stopped} when the job is over
     */
    public Grant take(long bytes, Duration wait, Deadline deadline) throws ImageException {
        if (bytes > total) {
            throw ImageException.overLimit(Failure.OverLimit.Kind.MEMORY, "memory limit in bytes", bytes, total);
        }
        long end = System.nanoTime() + wait.toNanos();
        lock.lock();
        try {
            long ticket = nextTicket++;
            try {
                while (ticket != serving || free < bytes) {
                    deadline.check();
                    if (System.nanoTime() - end >= 0) {
                        throw ImageException.unavailable(
                                "memory budget", "too many pictures are being processed; try again later", null);
                    }
                    returned.awaitNanos(POLL_INTERVAL.toNanos());
                }
                free -= bytes;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw ImageException.stopped("the job was interrupted");
            } finally {
                leave(ticket);
            }
            return new Grant(bytes);
        } finally {
            lock.unlock();
        }
    }

    /** Serves the next ticket, and skips tickets that left the queue early. */
    private void leave(long ticket) {
        left.add(ticket);
        while (left.remove(serving)) {
            serving++;
        }
        returned.signalAll();
    }

    /** Bytes taken from the budget. Closing it returns them. Idempotent. */
    public final class Grant implements AutoCloseable {
        private final long bytes;
        private boolean closed;

        private Grant(long bytes) {
            this.bytes = bytes;
        }

        public long bytes() {
            return bytes;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (!closed) {
                    closed = true;
                    free += bytes;
                    returned.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
