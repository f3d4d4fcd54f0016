package dev.darkroom.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The only checked exception of the library. Its message is the message of the failure. The cause is for logs only. */
public final class ImageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final transient List<String> leftBehind;
    private final boolean withoutEffect;

    public ImageException(Failure failure) {
        this(failure, null);
    }

    public ImageException(Failure failure, @Nullable Throwable cause) {
        this(failure, cause, List.of(), false);
    }

    private ImageException(Failure failure, @Nullable Throwable cause, List<String> leftBehind, boolean withoutEffect) {
        super(failure.message(), cause);
        this.failure = failure;
        this.leftBehind = leftBehind;
        this.withoutEffect = withoutEffect;
    }

    public Failure failure() {
        return failure;
    }

    /** References to data that the failed step may have left in a store or service. They are safe to log. */
    public List<String> leftBehind() {
        return leftBehind;
    }

    /** A copy of this exception with references to data that the step may have left behind. */
    public ImageException withLeftBehind(List<String> references) {
        return copy(List.copyOf(references), withoutEffect && references.isEmpty());
    }

    /**
     * Whether the failed step certainly changed nothing in a store or service, for example because a write was refused. False if unknown.
     */
    public boolean isWithoutEffect() {
        return withoutEffect;
    }

    /** A copy of this exception for a step that certainly changed nothing. */
    public ImageException withoutEffect() {
        return copy(List.of(), true);
    }

    private ImageException copy(List<String> left, boolean nothingChanged) {
        ImageException copy = new ImageException(failure, getCause(), left, nothingChanged);
        copy.setStackTrace(getStackTrace());
        return copy;
    }

    public static ImageException malformed(String message) {
        return new ImageException(new Failure.Malformed(message));
    }

    public static ImageException unsupported(String message) {
        return new ImageException(new Failure.Unsupported(message));
    }

    public static ImageException stopped(String message) {
        return new ImageException(new Failure.Stopped(message));
    }

    /** A retryable failure of a service. */
    public static ImageException unavailable(String service, String message, @Nullable Throwable cause) {
        return new ImageException(new Failure.Unavailable(service, message, true), cause);
    }

    /** A failure of a service that a retry would not change. */
    public static ImageException refused(String service, String message) {
        return new ImageException(new Failure.Unavailable(service, message, false));
    }

    /** A lost race with another writer. */
    public static ImageException conflict(String message) {
        return new ImageException(new Failure.Conflict(message));
    }

    public static ImageException defect(String message, @Nullable Throwable cause) {
        return new ImageException(new Failure.Defect(message), cause);
    }

    /** A failure whose message has the form {@code "what: actual > allowed"}. */
    public static ImageException overLimit(Failure.OverLimit.Kind kind, String what, long actual, long allowed) {
        String message = what + ": " + actual + " > " + allowed;
        return new ImageException(new Failure.OverLimit(kind, actual, allowed, message));
    }
}
