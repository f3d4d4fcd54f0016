package dev.darkroom.spi.delivery;

import java.time.Duration;
import java.time.Instant;

/** A clock with a sleep method, used for pauses between attempts. Tests replace the system clock with their own. Thread-safe. */
public interface TimeSource {
    /** The current wall-clock time. */
    Instant now();

    /** Nanoseconds since an arbitrary fixed moment, monotonic. Only differences have a meaning. */
    long nanos();

    void sleep(Duration time) throws InterruptedException;

    static TimeSource system() {
        return SystemTimeSource.INSTANCE;
    }
}
