package dev.darkroom.turbo.resample;

import dev.darkroom.core.resample.StripKernelFactory;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.turbo.TurboAvailability;

/** The border to the Vector API; this is its closed side, for Java 17. */
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

    /** Waits until a process that may use the kernel also does. */
    static void warm() {
        // never does
    }

    private static String reason() {
        int java = Runtime.version().feature();
        if (java < OLDEST_JAVA) {
            return "needs Java " + OLDEST_JAVA + " or newer, and this is Java " + java;
        }
        return TurboAvailability.closed()
                .orElse("the classes for Java " + OLDEST_JAVA
                        + " are out of reach: they are found only in a jar whose manifest says Multi-Release: true");
    }
}
