package dev.darkroom.turbo.memory;

import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.turbo.FastLane;
import dev.darkroom.turbo.NativeMemory;

/** The border to native memory; this is its open side, for Java 22. */
final class MemoryLane {
    private MemoryLane() {}

    static Availability availability() {
        return FastLane.closed().map(Availability::unavailable).orElseGet(MemoryLane::tried);
    }

    private static Availability tried() {
        try {
            return new Availability.Available(NativeMemory.inUse());
        } catch (LinkageError e) { // its class does not load where native access is denied
            return Availability.unavailable(String.valueOf(e.getMessage()));
        }
    }

    static Memory open(long granted) {
        return new JobMemory(granted);
    }
}
