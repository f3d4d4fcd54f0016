package dev.darkroom.spi.delivery;

import dev.darkroom.core.Deadline;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The retry policy for services: exponential back-off with full jitter. A pause is random between zero and a ceiling. The ceiling doubles
 * with each failure. If the service asks for a longer pause, that pause is used. Immutable and thread-safe.
 */
public final class RetryPolicy {
    private static final Duration FIRST_CEILING = Duration.ofMillis(200);
    private static final Duration LAST_CEILING = Duration.ofSeconds(5);
    private static final RetryPolicy STANDARD =
            new RetryPolicy(TimeSource.system(), RandomGenerator.of("SplittableRandom"));

    private final TimeSource time;
    private final RandomGenerator random;

    private RetryPolicy(TimeSource time, RandomGenerator random) {
        this.time = time;
        this.random = random;
    }

    /** A policy with ceilings of 200 ms, 400 ms and so on up to 5 s. */
    public static RetryPolicy standard() {
        return STANDARD;
    }

    /**
     * A copy with another clock and another random generator.
     *
     * @param chance random generator; this policy never calls it from two threads at the same time
     */
    public RetryPolicy with(TimeSource clock, RandomGenerator chance) {
        return new RetryPolicy(clock, chance);
    }

    /** Whether an HTTP status is transient, so that a retry may succeed: 408, 425, 429 and 5xx. */
    public static boolean isTransient(int status) {
        return status == 408 || status == 425 || status == 429 || (status >= 500 && status <= 599);
    }

    public TimeSource time() {
        return time;
    }

    /** Starts a step and its clock. */
    public Attempts attempts(Timeouts timeouts, Deadline deadline) {
        return new Attempts(this, timeouts, deadline);
    }

    /**
     * The longest random pause after this number of consecutive failures.
     *
     * @param failures number of failures, at least 1
     */
    public Duration ceiling(int failures) {
        int doublings = Math.min(Math.max(failures, 1) - 1, 16);
        Duration ceiling = FIRST_CEILING.multipliedBy(1L << doublings);
        return ceiling.compareTo(LAST_CEILING) < 0 ? ceiling : LAST_CEILING;
    }

    /** A random pause between zero and the {@link #ceiling}. */
    public Duration pause(int failures) {
        long nanos = ceiling(failures).toNanos();
        synchronized (random) {
            return Duration.ofNanos(random.nextLong(nanos + 1));
        }
    }
}
