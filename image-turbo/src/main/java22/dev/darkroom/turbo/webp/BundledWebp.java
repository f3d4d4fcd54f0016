package dev.darkroom.turbo.webp;

import dev.darkroom.turbo.NativeLibrary;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/**
 * The libwebp from the jar webp-imageio, for systems without libwebp. The jar's loader copies its native library to a file and loads it.
 * That library exports libwebp's functions in addition to its own.
 */
final class BundledWebp {
    private static final String LOADER = "com.luciad.imageio.webp.internal.NativeLoader";

    private BundledWebp() {}

    /** Loads the library. Empty if the jar is absent or has no library for this system. */
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
