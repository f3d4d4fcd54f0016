package dev.darkroom.turbo.memory;

import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.turbo.TurboAvailability;

/** Access to native memory. This version runs on Java 17 to 21, where it is always unavailable. */
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
