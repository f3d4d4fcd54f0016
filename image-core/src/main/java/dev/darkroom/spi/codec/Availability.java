package dev.darkroom.spi.codec;

/** Whether a provider can run in this process. It is a value, so a missing native library is reported and does not throw. */
public sealed interface Availability {
    /**
     * @param detail what was found, such as a library's version; may be empty
     */
    record Available(String detail) implements Availability {}

    /**
     * @param reason what is missing, for the person who runs the process
     */
    record Unavailable(String reason) implements Availability {}

    static Availability available() {
        return new Available("");
    }

    static Availability unavailable(String reason) {
        return new Unavailable(reason);
    }

    default boolean isAvailable() {
        return this instanceof Available;
    }
}
