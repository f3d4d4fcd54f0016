package dev.darkroom.turbo;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Availability;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A library's functions, or why there are none.
 *
 * @param functions null exactly where they are missing
 * @param detail of the library that was found, or what to do about the one that was not
 */
public record Binding<T>(@Nullable T functions, String detail) {
    /**
     * @param detail of what was found
     * @param advice ends the reason where nothing was: what to install
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
     * @throws ImageException unsupported where they are missing
     */
    public T require() throws ImageException {
        if (functions == null) {
            throw ImageException.unsupported(detail);
        }
        return functions;
    }
}
