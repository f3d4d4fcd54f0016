package dev.darkroom.turbo.memory;

import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.turbo.NativeCallMemory;
import dev.darkroom.turbo.TurboAvailability;

/** Access to native memory. This version runs on Java 22 and newer. */
final class NativeMemoryAccess {
    private NativeMemoryAccess() {}

    static Availability availability() {
        return TurboAvailability.closed().map(Availability::unavailable).orElseGet(NativeMemoryAccess::tried);
    }

    private static Availability tried() {
        try {
            return new Availability.Available(NativeCallMemory.inUse());
        } catch (LinkageError e) { // the class does not load if native access is denied
            return Availability.unavailable(String.valueOf(e.getMessage()));
        }
    }

    static Memory open(long granted) {
        return new JobMemory(granted);
    }
}
