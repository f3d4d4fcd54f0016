package dev.darkroom.world.http;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The latency and bandwidth of a link. All connections share the bandwidth; each direction has its own.
 *
 * @param latency delay before each request is handled and before each response is sent
 * @param bitsPerSecond bandwidth in bits per second; 0 for unlimited
 */
public record LinkSpeed(Duration latency, long bitsPerSecond) {
    /** No latency and unlimited bandwidth. */
    public static final LinkSpeed INSTANT = new LinkSpeed(Duration.ZERO, 0);

    /** Makes a speed from a latency in milliseconds and a bandwidth in Mbit/s. */
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

    /** The queue of one direction. Bytes are sent after all previous bytes. */
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
