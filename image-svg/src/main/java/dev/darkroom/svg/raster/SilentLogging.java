package dev.darkroom.svg.raster;

import com.github.weisj.jsvg.logging.LogManager;
import com.github.weisj.jsvg.logging.Logger;
import java.util.function.Supplier;

/** Keeps jsvg from writing what strangers' files make it say to this process's log. What matters comes as an exception. */
public final class SilentLogging implements LogManager {
    private static final Logger SILENT = new Logger() {
        @Override
        public void log(Level level, String message) {
            // nobody is to hear it
        }

        @Override
        public void log(Level level, String message, Throwable cause) {
            // nobody is to hear it
        }

        @Override
        public void log(Level level, Supplier<String> message) {
            // nobody is to hear it
        }
    };

    @Override
    public Logger createLogger(String name) {
        return SILENT;
    }
}
