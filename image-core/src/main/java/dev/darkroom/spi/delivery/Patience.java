package dev.darkroom.spi.delivery;

import java.time.Duration;

/**
 * How long a service is waited for. Immutable; each wither returns a new value.
 *
 * @param connect until a connection stands
 * @param answer one whole attempt, from its first byte sent to the last byte of its answer
 * @param step all attempts of one step and the pauses between them
 */
public record Patience(Duration connect, Duration answer, Duration step) {
    private static final Patience STANDARD =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(40));

    public Patience {
        positive("connect", connect);
        positive("answer", answer);
        positive("step", step);
    }

    /** 5 s to connect, 30 s for an answer, 40 s for the step with its retries. */
    public static Patience standard() {
        return STANDARD;
    }

    public Patience connect(Duration time) {
        return new Patience(time, answer, step);
    }

    public Patience answer(Duration time) {
        return new Patience(connect, time, step);
    }

    public Patience step(Duration time) {
        return new Patience(connect, answer, time);
    }

    private static void positive(String name, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(name + " must be positive, not " + time);
        }
    }
}
