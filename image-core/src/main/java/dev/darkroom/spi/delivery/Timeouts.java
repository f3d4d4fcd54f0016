package dev.darkroom.spi.delivery;

import java.time.Duration;

/**
 * How long a service is waited for. Immutable; each wither returns a new value.
 *
 * @param connect until a connection stands
 * @param attempt one whole attempt, from its first byte sent to the last byte of its answer
 * @param total all attempts of one step and the pauses between them
 */
public record Timeouts(Duration connect, Duration attempt, Duration total) {
    private static final Timeouts STANDARD =
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(40));

    public Timeouts {
        positive("connect", connect);
        positive("attempt", attempt);
        positive("total", total);
    }

    /** 5 s to connect, 30 s for an answer, 40 s for the step with its retries. */
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
