package dev.darkroom.host;

import java.util.ResourceBundle;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A logger that cannot fail. It opens the logger of the platform at its first use. If that logger fails, for example because there is no
 * free file descriptor or no memory, another receiver gets the message. Thread-safe.
 */
public final class FallbackLogger implements System.Logger {
    private final Function<String, System.Logger> platformLoggers;
    private final String name;
    private final Consumer<String> fallback;
    private volatile System.@Nullable Logger opened;

    /**
     * @param name name of the platform's logger
     * @param fallback receives messages that the platform's logger cannot write; it must not throw
     */
    public FallbackLogger(String name, Consumer<String> fallback) {
        this(System::getLogger, name, fallback);
    }

    FallbackLogger(Function<String, System.Logger> platformLoggers, String name, Consumer<String> fallback) {
        this.platformLoggers = platformLoggers;
        this.name = name;
        this.fallback = fallback;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isLoggable(Level level) {
        try {
            return platform().isLoggable(level);
        } catch (RuntimeException | Error e) {
            return level.getSeverity() >= Level.WARNING.getSeverity();
        }
    }

    @Override
    public void log(
            Level level, @Nullable ResourceBundle bundle, @Nullable String message, @Nullable Throwable thrown) {
        try {
            platform().log(level, bundle, message, thrown);
        } catch (RuntimeException | Error e) {
            fallback.accept(String.valueOf(message));
        }
    }

    @Override
    public void log(
            Level level, @Nullable ResourceBundle bundle, @Nullable String format, @Nullable Object... parameters) {
        try {
            platform().log(level, bundle, format, parameters);
        } catch (RuntimeException | Error e) {
            fallback.accept(String.valueOf(format));
        }
    }

    private System.Logger platform() {
        System.Logger known = opened;
        if (known == null) {
            known = platformLoggers.apply(name);
            opened = known;
        }
        return known;
    }
}
