package dev.darkroom.spi.delivery;

import java.time.Duration;
import java.time.Instant;

/** The passing of time, for whoever waits between attempts: the system's, or one that a test turns by hand. Thread-safe. */
public interface TimeSource {
    /** The time of day. */
    Instant now();

    /** Nanoseconds since some fixed moment, never going back: only differences mean anything. */
    long nanos();

    void sleep(Duration time) throws InterruptedException;

    static TimeSource system() {
        return SystemTimeSource.INSTANCE;
    }
}
