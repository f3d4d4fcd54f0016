package dev.darkroom.svg.raster;

import com.github.weisj.jsvg.logging.LogManager;
import com.github.weisj.jsvg.logging.Logger;
import java.util.function.Supplier;

/**
 * A jsvg log manager that discards all messages. Untrusted files could otherwise write text to the log of this process. Failures are
 * reported as exceptions.
 */
public final class SilentLogging implements LogManager {
    private static final Logger SILENT = new Logger() {
        @Override
        public void log(Level level, String message) {
            // discarded
        }

        @Override
        public void log(Level level, String message, Throwable cause) {
            // discarded
        }

        @Override
        public void log(Level level, Supplier<String> message) {
            // discarded
        }
    };

    @Override
    public Logger createLogger(String name) {
        return SILENT;
    }
}
