package dev.darkroom.turbo.webp;

import dev.darkroom.turbo.NativeLibrary;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/**
 * libwebp as the jar webp-imageio carries it, for systems that have none of their own. That jar's loader copies it to a file for the
 * process to load; it exports libwebp's functions beside its own.
 */
final class BundledWebp {
    private static final String LOADER = "com.luciad.imageio.webp.internal.NativeLoader";

    private BundledWebp() {}

    /** Empty where the jar is absent or has no library for this system. */
    static Optional<NativeLibrary> load() {
        try {
            boolean loaded =
                    (boolean) Class.forName(LOADER).getMethod("initialize").invoke(null);
            return loaded ? Optional.of(NativeLibrary.of(SymbolLookup.loaderLookup())) : Optional.empty();
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }
}
