package dev.darkroom.crash.network;

import dev.darkroom.spi.delivery.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** Simulated time for each thread. It advances only when the thread sleeps or waits, and no thread really waits. */
public final class SimulatedTime implements TimeSource {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ThreadLocal<Long> slept = ThreadLocal.withInitial(() -> 0L);

    @Override
    public Instant now() {
        return START.plusNanos(slept.get());
    }

    @Override
    public long nanos() {
        return slept.get();
    }

    @Override
    public void sleep(Duration time) {
        slept.set(slept.get() + time.toNanos());
    }
}
