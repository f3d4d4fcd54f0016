package dev.darkroom.core.color.icc;

/** A colour profile or colour description that no transform can be made of. The message says why and may be shown to anybody. */
public final class UnusableProfileException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnusableProfileException(String reason) {
        super(reason, null, false, false);
    }

    /** Why, in a few words without a final stop. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
