package dev.darkroom.hostile.fuzz;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Records the exceptions that a pipeline logs for its own defects. Outcomes do not contain them, because strangers may see outcomes. */
public final class DefectLogHandler extends Handler {
    private static final DefectLogHandler HEARD = new DefectLogHandler();
    // The log manager holds loggers only by weak references.
    private static final Logger LOGGER = Logger.getLogger("dev.darkroom.pipeline.Pipeline");

    static {
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(HEARD);
    }

    private volatile @Nullable Throwable last;

    private DefectLogHandler() {}

    /** The latest exception; null if there was none. */
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
