package dev.darkroom.storage.s3;

/** No keys were set, and the SDK found none. */
final class MissingKeysException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingKeysException(Throwable cause) {
        super("no keys were found", cause);
    }
}
