package dev.darkroom.host;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.FileDescriptors;
import java.lang.System.Logger.Level;

/** Turns what the work of a task threw into one line for its report. */
final class UnexpectedErrors {
    private UnexpectedErrors() {}

    /**
     * Returns a message without private data. An error without a message that is safe to report is logged, with its stack trace.
     */
    static String message(Throwable cause, System.Logger log) {
        if (cause instanceof ImageException known) {
            return known.failure().message();
        }
        if (FileDescriptors.areExhausted(cause)) {
            return FileDescriptors.NONE_LEFT;
        }
        log.log(Level.ERROR, "the task failed with an unexpected error", cause);
        return cause instanceof OutOfMemoryError ? "out of memory" : "internal error";
    }
}
