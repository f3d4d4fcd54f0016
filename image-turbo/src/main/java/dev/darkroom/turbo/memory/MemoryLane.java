package dev.darkroom.turbo.memory;

import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.turbo.FastLane;

/** The border to native memory; this is its closed side, for Java 17. */
@SuppressWarnings("DoNotCallSuggester") // its namesake for Java 22 does not always throw
final class MemoryLane {
    private MemoryLane() {}

    static Availability availability() {
        return Availability.unavailable(FastLane.withoutJava22Classes());
    }

    static Memory open(long granted) {
        throw new IllegalStateException(FastLane.withoutJava22Classes());
    }
}
