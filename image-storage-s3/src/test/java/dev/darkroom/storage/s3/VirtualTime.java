package dev.darkroom.storage.s3;

import dev.darkroom.spi.delivery.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A time source whose time passes only during sleeps. */
final class VirtualTime implements TimeSource {
    private final AtomicLong slept = new AtomicLong();

    Duration slept() {
        return Duration.ofNanos(slept.get());
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-01-01T00:00:00Z").plusNanos(slept.get());
    }

    @Override
    public long nanos() {
        return slept.get();
    }

    @Override
    public void sleep(Duration time) {
        slept.addAndGet(time.toNanos());
    }
}
