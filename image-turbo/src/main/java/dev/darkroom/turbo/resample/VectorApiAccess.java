package dev.darkroom.turbo.resample;

import dev.darkroom.core.resample.StripKernelFactory;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.turbo.TurboAvailability;

/** Access to the Vector API. This version runs on Java 17 to 24, where it is always unavailable. */
@SuppressWarnings("DoNotCallSuggester") // its namesake for Java 25 does not always throw
final class VectorApiAccess {
    private static final int OLDEST_JAVA = 25;

    private VectorApiAccess() {}

    static Availability availability() {
        return Availability.unavailable(reason());
    }

    static StripKernelFactory kernels() {
        throw new IllegalStateException("the vector resampler " + reason());
    }

    /** Waits until the JIT has compiled the kernel. In this version it returns at once. */
    static void warm() {
        // no kernel here
    }

    private static String reason() {
        int java = Runtime.version().feature();
        if (java < OLDEST_JAVA) {
            return "needs Java " + OLDEST_JAVA + " or newer, and this is Java " + java;
        }
        return TurboAvailability.closed()
                .orElse("the classes for Java " + OLDEST_JAVA
                        + " were not found: they need a jar whose manifest has Multi-Release: true");
    }
}
