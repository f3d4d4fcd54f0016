package dev.darkroom.upload;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.upload.problem.Problem;
import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Runs jobs on the threads of the pipelines. It limits how many jobs run or wait at the same time. Thread-safe. */
final class JobQueue {
    private static final int LONGEST_RETRY_SECONDS = 30;

    private final Semaphore places;
    private final int total;
    private final int cores;
    /** Mean processing time of the last few jobs, without waiting. */
    private final AtomicLong meanMillis = new AtomicLong(300);

    JobQueue(int places, int cores) {
        this.places = new Semaphore(places);
        this.total = places;
        this.cores = cores;
    }

    Outcome run(Pipeline pipeline, Bytes file, Map<String, String> attributes) throws ProblemException {
        if (!places.tryAcquire()) {
            throw busy("the queue of uploads is full; try again later");
        }
        try {
            Outcome outcome = pipeline.submit(Source.of(file), attributes).await();
            updateMean(outcome.job());
            return outcome;
        } catch (IllegalStateException e) {
            throw new ProblemException(
                    Problem.of(ProblemType.STOPPING, "the server is about to stop; try again in a while")
                            .retryAfter(10));
        } finally {
            places.release();
        }
    }

    ProblemException busy(String detail) {
        return new ProblemException(Problem.of(ProblemType.BUSY, detail).limited(total, total + 1L));
    }

    int running() {
        return total - places.availablePermits();
    }

    int total() {
        return total;
    }

    /** Estimated time until the current jobs are done, in seconds. */
    int retryAfterSeconds() {
        long millis = running() * meanMillis.get() / cores;
        return (int) Math.min(Math.max(1, millis / 1000), LONGEST_RETRY_SECONDS);
    }

    private void updateMean(Outcome.Job job) {
        long millis = job.took().values().stream().mapToLong(d -> d.toMillis()).sum();
        meanMillis.updateAndGet(mean -> (7 * mean + Math.min(millis, 10_000)) / 8);
    }
}
