package dev.darkroom.upload.body;

import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import java.time.Duration;

/**
 * Checks how fast a body arrives. The whole body must arrive within the allowed time. While the body holds memory for which others wait, it
 * must also keep a minimum data rate. Not thread-safe.
 */
final class MinimumDataRate {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int LEAST_BYTES_PER_SECOND = 64 * 1024;

    private final Duration allowed;
    private final long start = System.nanoTime();

    MinimumDataRate(Duration allowed) {
        this.allowed = allowed;
    }

    void check(long received, AdmissionControl.Admission place) throws ProblemException {
        place.check();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (took.compareTo(allowed) > 0) {
            throw tooSlow(received);
        }
        boolean slow = took.compareTo(GRACE) > 0 && received < LEAST_BYTES_PER_SECOND * took.toMillis() / 1000;
        if (slow && place.isInTheWay()) {
            throw new ProblemException(
                    ProblemType.BUSY, "this upload is slow and others wait for its memory; try again later");
        }
    }

    ProblemException tooSlow(long received) {
        return new ProblemException(
                ProblemType.TOO_SLOW, "only " + received + " bytes arrived in " + allowed.toSeconds() + " seconds");
    }
}
