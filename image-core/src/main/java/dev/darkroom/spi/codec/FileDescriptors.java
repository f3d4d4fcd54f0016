package dev.darkroom.spi.codec;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Tells whether something failed because the process may open no more files and sockets (EMFILE, ENFILE). */
public final class FileDescriptors {
    /** What is wrong and what to do; fit to show a stranger. */
    public static final String NONE_LEFT =
            "this process has no file descriptors left; raise its limit (ulimit -n) or give it less to do at a time";

    /** What strerror says in the C locale, of the process and of the system. */
    private static final String TEXT = "Too many open files";
    /** Causes may form a circle. */
    private static final int MAX_CAUSES = 32;

    private FileDescriptors() {}

    /**
     * Looks into causes and suppressed exceptions. The text of the system's error is in the system's language; so where a file, a socket
     * or a class could not be opened for a reason that is not known, this tries to open a file.
     */
    public static boolean areExhausted(@Nullable Throwable thrown) {
        boolean suspicious = false;
        Throwable cause = thrown;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            if (says(cause)) {
                return true;
            }
            for (Throwable suppressed : cause.getSuppressed()) {
                if (says(suppressed)) {
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

    /** A failure that may pass, of the process itself. */
    public static ImageException noneLeft(@Nullable Throwable cause) {
        return new ImageException(new Failure.Unavailable("process", NONE_LEFT, true), cause);
    }

    /** A failure that may pass, of a process that has less than it needs. */
    public static ImageException tooFew(int free, int needed, @Nullable Throwable cause) {
        String message = "this process has too few file descriptors left: " + free + ", and the work needs " + needed
                + "; raise its limit (ulimit -n)";
        return new ImageException(new Failure.Unavailable("process", message, true), cause);
    }

    private static boolean says(Throwable thrown) {
        String message = thrown.getMessage();
        return message != null && message.contains(TEXT);
    }

    /** Neither asking whether a file is readable nor for its length takes a descriptor. */
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
