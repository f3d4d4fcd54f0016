package dev.darkroom.core;

/**
 * The reason why a job did not complete. A message is safe to show to any user: it contains no stack trace, path, secret or response body
 * of another service. It states the error, the limit, the actual value and, if useful, the remedy. It is one line. In text quoted from an
 * upload, invisible characters and characters that change the display of others are replaced by U+FFFD.
 */
public sealed interface Failure {
    String message();

    /** Whether the same job may succeed if it is tried again unchanged. */
    default boolean retryable() {
        return false;
    }

    /** Whether the upload caused the failure. Otherwise this library or a service caused it. */
    default boolean uploadsFault() {
        return true;
    }

    /** The first bytes match no known format. */
    record Unrecognized(String message) implements Failure {
        public Unrecognized {
            message = Printable.of(message);
        }
    }

    /** The format is known, but the pipeline does not accept it. */
    record Disallowed(Format format, String message) implements Failure {}

    /** The file violates the rules of its format, or is truncated. */
    record Malformed(String message) implements Failure {
        public Malformed {
            message = Printable.of(message);
        }
    }

    /** A limit was exceeded. The unit of the values depends on the kind. */
    record OverLimit(Kind kind, long actual, long allowed, String message) implements Failure {
        /** The limited quantity. */
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

    /** The file is well-formed, but no available decoder can decode it correctly. */
    record Unsupported(String message) implements Failure {
        public Unsupported {
            message = Printable.of(message);
        }
    }

    /** The job was cancelled or is out of time. */
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

    /** A service that the job needs failed. */
    record Unavailable(String service, String message, boolean retryable) implements Failure {
        @Override
        public boolean uploadsFault() {
            return false;
        }
    }

    /** Another writer replaced the same object at the same time, and its version was kept. A retry would replace that version. */
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

    /** A bug in this library or in a provider. */
    record Defect(String message) implements Failure {
        @Override
        public boolean uploadsFault() {
            return false;
        }
    }
}
