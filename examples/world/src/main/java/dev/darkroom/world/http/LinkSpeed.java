package dev.darkroom.world.http;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * How slow a link is. All connections share its bandwidth, each direction its own.
 *
 * @param latency added before each request is worked on and before each answer leaves
 * @param bitsPerSecond 0 for as fast as it goes
 */
public record LinkSpeed(Duration latency, long bitsPerSecond) {
    /** As fast as it goes. */
    public static final LinkSpeed INSTANT = new LinkSpeed(Duration.ZERO, 0);

    /** A latency in milliseconds and a bandwidth in Mbit/s. */
    public static LinkSpeed of(long latencyMillis, double megabitsPerSecond) {
        return new LinkSpeed(Duration.ofMillis(latencyMillis), (long) (megabitsPerSecond * 1_000_000));
    }

    void waitLatency() {
        pause(latency.toNanos());
    }

    Direction direction() {
        return new Direction(bitsPerSecond);
    }

    private static void pause(long nanos) {
        for (long end = System.nanoTime() + nanos, left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    /** One direction's queue: bytes go when those before them have gone. */
    static final class Direction {
        private final long bitsPerSecond;
        private long free = System.nanoTime();

        Direction(long bitsPerSecond) {
            this.bitsPerSecond = bitsPerSecond;
        }

        void send(int bytes) {
            if (bitsPerSecond > 0) {
                pause(reserve(bytes));
            }
        }

        private synchronized long reserve(int bytes) {
            long now = System.nanoTime();
            free = Math.max(free, now) + bytes * 8L * 1_000_000_000L / bitsPerSecond;
            return free - now;
        }
    }
}
