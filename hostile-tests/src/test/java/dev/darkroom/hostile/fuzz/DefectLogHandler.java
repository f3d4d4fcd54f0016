package dev.darkroom.hostile.fuzz;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a pipeline logs of its own faults, since outcomes do not tell strangers. */
public final class DefectLogHandler extends Handler {
    private static final DefectLogHandler HEARD = new DefectLogHandler();
    // The log manager keeps loggers weakly.
    private static final Logger LOGGER = Logger.getLogger("dev.darkroom.pipeline.Pipeline");

    static {
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(HEARD);
    }

    private volatile @Nullable Throwable last;

    private DefectLogHandler() {}

    /** The latest; null before any. */
    public static @Nullable Throwable last() {
        return HEARD.last;
    }

    @Override
    public void publish(LogRecord entry) {
        last = entry.getThrown();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
