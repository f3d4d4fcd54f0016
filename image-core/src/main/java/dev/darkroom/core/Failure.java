package dev.darkroom.core;

/**
 * Why a job did not complete. Every message is fit to be shown to a stranger: it has no stack trace, path, secret or other service's
 * body, and says what was wrong, the limit, the actual value and, where it helps, what to do. It is one line: where it quotes an upload,
 * characters that are not shown, or that change how others are, have become U+FFFD.
 */
public sealed interface Failure {
    String message();

    /** Whether the same job may succeed if tried again unchanged. */
    default boolean retryable() {
        return false;
    }

    /** Whether the upload is at fault; otherwise we are, or a service is. */
    default boolean uploadsFault() {
        return true;
    }

    /** The first bytes are those of no known format. */
    record Unrecognized(String message) implements Failure {
        public Unrecognized {
            message = Printable.of(message);
        }
    }

    /** A known format that is not accepted here. */
    record Disallowed(Format format, String message) implements Failure {}

    /** The bytes break the rules of their own format, or end early. */
    record Malformed(String message) implements Failure {
        public Malformed {
            message = Printable.of(message);
        }
    }

    record OverLimit(Kind kind, long actual, long allowed, String message) implements Failure {
        /** What is limited. */
        public enum Kind {
            BYTES,
            PIXELS,
            SIDE,
            FRAMES,
            MEMORY,
            TIME,
            COMPLEXITY
        }
    }

    /** Well-formed, but no decoder here can do it right. */
    record Unsupported(String message) implements Failure {
        public Unsupported {
            message = Printable.of(message);
        }
    }

    /** Cancelled, or out of time. */
    record Stopped(String message) implements Failure {
        @Override
        public boolean retryable() {
            return true;
        }

        @Override
        public boolean uploadsFault() {
            return false;
        }
    }

    /** A service that the job needs did not do its part. */
    record Unavailable(String service, String message, boolean retryable) implements Failure {
        @Override
        public boolean uploadsFault() {
            return false;
        }
    }

    /** Somebody else replaced the same thing meanwhile, and theirs stands; sent again, this would replace it. */
    record Conflict(String message) implements Failure {
        @Override
        public boolean retryable() {
            return true;
        }

        @Override
        public boolean uploadsFault() {
            return false;
        }
    }

    /** A fault of this library or of a provider. */
    record Defect(String message) implements Failure {
        @Override
        public boolean uploadsFault() {
            return false;
        }
    }
}
