package dev.darkroom.spi.delivery;

import java.time.Duration;

/**
 * Timeouts for calls to a service. Immutable; each modifying method returns a new value.
 *
 * @param connect time limit for opening a connection
 * @param attempt time limit for one complete attempt, from the first byte sent to the last byte of the answer
 * @param total time limit for all attempts of one step, including the pauses between them
 */
public record Timeouts(Duration connect, Duration attempt, Duration total) {
    private static final Timeouts STANDARD =
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(40));

    public Timeouts {
        positive("connect", connect);
        positive("attempt", attempt);
        positive("total", total);
    }

    /** Timeouts of 5 s for the connection, 30 s for an attempt and 40 s for a step with its retries. */
    public static Timeouts standard() {
        return STANDARD;
    }

    public Timeouts connect(Duration time) {
        return new Timeouts(time, attempt, total);
    }

    public Timeouts attempt(Duration time) {
        return new Timeouts(connect, time, total);
    }

    public Timeouts total(Duration time) {
        return new Timeouts(connect, attempt, time);
    }

    private static void positive(String name, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(name + " must be positive, not " + time);
        }
    }
}
