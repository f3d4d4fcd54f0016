package dev.darkroom.upload;

import java.time.Duration;

/**
 * How fast a body must arrive: within a time in all, and, while it holds memory that others wait for, at a least rate. Not thread-safe.
 */
final class Pace {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int LEAST_BYTES_PER_SECOND = 64 * 1024;

    private final Duration allowed;
    private final long start = System.nanoTime();

    Pace(Duration allowed) {
        this.allowed = allowed;
    }

    void check(long received, Intake.Place place) throws Refused {
        place.check();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (took.compareTo(allowed) > 0) {
            throw tooSlow(received);
        }
        boolean slow = took.compareTo(GRACE) > 0 && received < LEAST_BYTES_PER_SECOND * took.toMillis() / 1000;
        if (slow && place.isInTheWay()) {
            throw new Refused(Reason.BUSY, "this upload is slow and others wait for its memory; try again later");
        }
    }

    Refused tooSlow(long received) {
        return new Refused(
                Reason.TOO_SLOW, "after " + allowed.toSeconds() + " seconds, " + received + " bytes had come");
    }
}
