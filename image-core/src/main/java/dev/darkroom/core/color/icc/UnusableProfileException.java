package dev.darkroom.core.color.icc;

/** Thrown for a colour profile or colour encoding without a possible transform. The message is the reason and safe to show to any user. */
public final class UnusableProfileException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnusableProfileException(String reason) {
        super(reason, null, false, false);
    }

    /** The reason, in a few words without a full stop. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
