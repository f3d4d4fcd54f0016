package dev.darkroom.turbo;

import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Provider;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;

/** Skips a test if the native library that it needs is missing, and prints the reason. */
public final class NativeLibraryAssumption {
    private static final Set<String> PRINTED = ConcurrentHashMap.newKeySet();

    private NativeLibraryAssumption() {}

    public static <P extends Provider> P require(P provider) {
        if (provider.availability() instanceof Availability.Unavailable none) {
            String lack = provider.name() + " is unavailable: " + none.reason();
            if (PRINTED.add(lack)) {
                System.out.println("skipped: " + lack);
            }
            Assumptions.abort(TurboAvailability.closed().isPresent() ? "not applicable: " + lack : lack);
        }
        return provider;
    }
}
