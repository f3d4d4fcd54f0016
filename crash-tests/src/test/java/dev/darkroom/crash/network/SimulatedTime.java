package dev.darkroom.crash.network;

import dev.darkroom.spi.delivery.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** Time that passes only for the thread that sleeps or waits: what others do meanwhile costs it nothing, and nobody waits in earnest. */
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
