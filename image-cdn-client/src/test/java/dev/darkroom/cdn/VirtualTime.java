package dev.darkroom.cdn;

import dev.darkroom.spi.delivery.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** A time source whose time passes only during sleeps, on any thread. */
final class VirtualTime implements TimeSource {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private Duration slept = Duration.ZERO;

    @Override
    public synchronized Instant now() {
        return START.plus(slept);
    }

    @Override
    public synchronized long nanos() {
        return slept.toNanos();
    }

    @Override
    public synchronized void sleep(Duration time) {
        slept = slept.plus(time);
    }

    synchronized Duration slept() {
        return slept;
    }
}
