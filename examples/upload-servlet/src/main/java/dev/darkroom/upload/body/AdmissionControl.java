package dev.darkroom.upload.body;

import dev.darkroom.upload.problem.Problem;
import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Limits how many bodies may arrive at the same time and how many bytes of uploads may be in memory. An upload holds its bytes until the
 * end of its job. A body requests its bytes only after its first part has arrived, so that slow bodies hold almost no memory. Requests for
 * bytes are granted in order. Thread-safe.
 */
public final class AdmissionControl {
    private final Semaphore bodies;
    private final Semaphore bytes;
    private final int totalBodies;
    private final int totalBytes;
    private final Duration wait;
    private volatile boolean closed;

    /**
     * @param bodies bodies that may arrive at the same time
     * @param bytes bytes of all uploads that may be in memory
     * @param wait time after which a body that waits for bytes is rejected
     */
    public AdmissionControl(int bodies, int bytes, Duration wait) {
        this.bodies = new Semaphore(bodies);
        this.bytes = new Semaphore(bytes, true);
        this.totalBodies = bodies;
        this.totalBytes = bytes;
        this.wait = wait;
    }

    public Admission enter() throws ProblemException {
        checkOpen();
        if (!bodies.tryAcquire()) {
            throw new ProblemException(Problem.of(ProblemType.BUSY, "too many uploads are arriving; try again later")
                    .limited(totalBodies, totalBodies + 1L));
        }
        return new Admission();
    }

    /** Rejects new bodies, and every body that is still arriving at its next read. */
    public void close() {
        closed = true;
    }

    public int arriving() {
        return totalBodies - bodies.availablePermits();
    }

    public int bytesTaken() {
        return totalBytes - bytes.availablePermits();
    }

    public int bytesTotal() {
        return totalBytes;
    }

    /** Throws if this control was closed. */
    public void checkOpen() throws ProblemException {
        if (closed) {
            throw new ProblemException(
                    Problem.of(ProblemType.STOPPING, "the server is about to stop; try again in a while")
                            .retryAfter(10));
        }
    }

    /** The admission of one body. Not thread-safe. */
    public final class Admission implements AutoCloseable {
        private boolean arriving = true;
        private int taken;

        private Admission() {}

        /** Takes the given number of bytes. Waits until they are free. */
        public void take(int count) throws ProblemException {
            try {
                if (count > totalBytes || !bytes.tryAcquire(count, wait.toNanos(), TimeUnit.NANOSECONDS)) {
                    throw new ProblemException(
                            Problem.of(ProblemType.BUSY, "the memory for uploads, in bytes, is in use; try again later")
                                    .limited(totalBytes, (long) bytesTaken() + count));
                }
                taken += count;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ProblemException(ProblemType.STOPPING, "the upload was interrupted");
            }
        }

        /** Whether this body holds bytes for which others wait. */
        boolean isInTheWay() {
            return taken > 0 && bytes.hasQueuedThreads();
        }

        void check() throws ProblemException {
            checkOpen();
        }

        /** Marks the body as completely arrived, so that another body may arrive. */
        public void arrived() {
            if (arriving) {
                arriving = false;
                bodies.release();
            }
        }

        @Override
        public void close() {
            arrived();
            bytes.release(taken);
            taken = 0;
        }
    }
}
