package dev.darkroom.spi.delivery;

import java.time.Duration;
import java.time.Instant;

/** A clock that advances only by sleeping. */
final class VirtualTime implements TimeSource {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private Duration passed = Duration.ZERO;
    private Runnable onSleep = () -> {};

    @Override
    public Instant now() {
        return START.plus(passed);
    }

    @Override
    public long nanos() {
        return 77 + passed.toNanos();
    }

    @Override
    public void sleep(Duration time) {
        passed = passed.plus(time);
        onSleep.run();
    }

    void onSleep(Runnable action) {
        onSleep = action;
    }

    Duration passed() {
        return passed;
    }
}
