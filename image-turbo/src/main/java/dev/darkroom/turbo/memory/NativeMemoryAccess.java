package dev.darkroom.turbo.memory;

import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.turbo.TurboAvailability;

/** The border to native memory; this is its closed side, for Java 17. */
@SuppressWarnings("DoNotCallSuggester") // its namesake for Java 22 does not always throw
final class NativeMemoryAccess {
    private NativeMemoryAccess() {}

    static Availability availability() {
        return Availability.unavailable(TurboAvailability.withoutJava22Classes());
    }

    static Memory open(long granted) {
        throw new IllegalStateException(TurboAvailability.withoutJava22Classes());
    }
}
