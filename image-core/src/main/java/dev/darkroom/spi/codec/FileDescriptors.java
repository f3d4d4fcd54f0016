package dev.darkroom.spi.codec;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Detects failures caused by the limit on open files and sockets (EMFILE, ENFILE). */
public final class FileDescriptors {
    /** The message for this failure: the cause and the remedy. It contains no private data. */
    public static final String NONE_LEFT =
            "this process has no file descriptors left; raise its limit (ulimit -n) or give it less to do at a time";

    /** The text of strerror for EMFILE in the C locale. The text for ENFILE starts with it as well. */
    private static final String TEXT = "Too many open files";
    /** Limit on the length of a cause chain, because causes can form a cycle. */
    private static final int MAX_CAUSES = 32;

    private FileDescriptors() {}

    /**
     * Searches the causes and their suppressed exceptions for the error text of the operating system. That text may be localized. So if a
     * file, a socket or a class could not be opened for an unknown reason, this method also tries to open a file.
     */
    public static boolean areExhausted(@Nullable Throwable thrown) {
        boolean suspicious = false;
        Throwable cause = thrown;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            if (hasErrorText(cause)) {
                return true;
            }
            for (Throwable suppressed : cause.getSuppressed()) {
                if (hasErrorText(suppressed)) {
                    return true;
                }
            }
            suspicious |= cause instanceof IOException
                    || cause instanceof UncheckedIOException
                    || cause instanceof LinkageError;
            cause = cause.getCause();
        }
        return suspicious && isNoneLeft();
    }

    /** A retryable failure of this process: no file descriptor is left. */
    public static ImageException noneLeft(@Nullable Throwable cause) {
        return new ImageException(new Failure.Unavailable("process", NONE_LEFT, true), cause);
    }

    /** A retryable failure of this process: it has fewer free file descriptors than the work needs. */
    public static ImageException tooFew(int free, int needed, @Nullable Throwable cause) {
        String message = "this process has too few file descriptors left: " + free + ", and the work needs " + needed
                + "; raise its limit (ulimit -n)";
        return new ImageException(new Failure.Unavailable("process", message, true), cause);
    }

    private static boolean hasErrorText(Throwable thrown) {
        String message = thrown.getMessage();
        return message != null && message.contains(TEXT);
    }

    /** Tries to open a file. The check whether the file is readable needs no descriptor. */
    private static boolean isNoneLeft() {
        File modules = new File(System.getProperty("java.home", ""), "lib/modules");
        if (!modules.canRead()) {
            return false;
        }
        try {
            new FileInputStream(modules).close();
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
