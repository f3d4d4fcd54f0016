package dev.darkroom.storage.s3;

/** Thrown when no keys are configured and the SDK finds none. */
final class MissingKeysException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingKeysException(Throwable cause) {
        super("no keys were found", cause);
    }
}
