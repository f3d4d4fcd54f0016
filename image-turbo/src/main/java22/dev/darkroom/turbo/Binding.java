package dev.darkroom.turbo;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Availability;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The functions of a native library, or the reason why they are missing.
 *
 * @param functions null if and only if they are missing
 * @param detail the name and version of the library; or, if it is missing, the reason and what to install
 */
public record Binding<T>(@Nullable T functions, String detail) {
    /**
     * @param detail describes the library that was found
     * @param advice the end of the reason if the library is missing: what to install
     */
    public static <T> Binding<T> find(Supplier<T> bind, Function<T, String> detail, String advice) {
        try {
            T found = bind.get();
            return new Binding<>(found, detail.apply(found));
        } catch (LinkageError | IllegalCallerException | UnsupportedOperationException e) {
            return new Binding<>(null, e.getMessage() + "; " + advice);
        }
    }

    public Availability availability() {
        return functions == null ? Availability.unavailable(detail) : new Availability.Available(detail);
    }

    /**
     * @throws ImageException unsupported if the functions are missing
     */
    public T require() throws ImageException {
        if (functions == null) {
            throw ImageException.unsupported(detail);
        }
        return functions;
    }
}
