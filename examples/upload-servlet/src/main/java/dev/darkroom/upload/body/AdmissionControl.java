package dev.darkroom.upload.body;

import dev.darkroom.upload.problem.Problem;
import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many bodies may be on their way in, and how many bytes of uploads may be in memory, from arrival to the end of their jobs. A body
 * takes its bytes when it has shown that it is coming, so that slow ones hold next to nothing, and waits for them in the order of asking.
 * Thread-safe.
 */
public final class AdmissionControl {
    private final Semaphore bodies;
    private final Semaphore bytes;
    private final int totalBodies;
    private final int totalBytes;
    private final Duration wait;
    private volatile boolean closed;

    /**
     * @param bodies arriving at once
     * @param bytes of all uploads at once
     * @param wait for bytes, until a body is turned away
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

    /** Turns away what comes, and what is still arriving at its next byte. */
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

    /** Whether uploads are still taken. */
    public void checkOpen() throws ProblemException {
        if (closed) {
            throw new ProblemException(
                    Problem.of(ProblemType.STOPPING, "the server is about to stop; try again in a while")
                            .retryAfter(10));
        }
    }

    /** One body's. Not thread-safe. */
    public final class Admission implements AutoCloseable {
        private boolean arriving = true;
        private int taken;

        private Admission() {}

        /** Waits until there is room for so many bytes. */
        public void take(int count) throws ProblemException {
            try {
                if (count > totalBytes || !bytes.tryAcquire(count, wait.toNanos(), TimeUnit.NANOSECONDS)) {
                    throw new ProblemException(Problem.of(
                                    ProblemType.BUSY,
                                    "the memory for uploads in bytes is taken by others; try again later")
                            .limited(totalBytes, (long) bytesTaken() + count));
                }
                taken += count;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ProblemException(ProblemType.STOPPING, "the upload was interrupted");
            }
        }

        /** Whether others could go on if this one gave up its bytes. */
        boolean isInTheWay() {
            return taken > 0 && bytes.hasQueuedThreads();
        }

        void check() throws ProblemException {
            checkOpen();
        }

        /** The body is here whole. */
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
