package dev.darkroom.spi.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A time source that uses the system clocks. */
enum SystemTimeSource implements TimeSource {
    INSTANCE;

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }
}
