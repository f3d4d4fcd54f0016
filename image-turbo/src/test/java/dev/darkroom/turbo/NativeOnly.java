package dev.darkroom.turbo;

import dev.darkroom.spi.Availability;
import dev.darkroom.spi.Provider;
import org.junit.jupiter.api.Assumptions;

/** Skips what needs a native library where there is none, and says so. */
public final class NativeOnly {
    private NativeOnly() {}

    public static <P extends Provider> P require(P provider) {
        if (provider.availability() instanceof Availability.Unavailable none) {
            System.out.println("skipped: " + provider.name() + " is unavailable: " + none.reason());
            Assumptions.abort(provider.name() + " is unavailable: " + none.reason());
        }
        return provider;
    }
}
