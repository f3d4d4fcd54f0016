package dev.darkroom.spi.delivery;

/** What a conditional write came to. */
public sealed interface PutResult {
    /**
     * @param etag of the new content
     */
    record Stored(String etag) implements PutResult {}

    /** The condition did not hold; nothing was written by this call. */
    record Refused() implements PutResult {}

    default boolean isStored() {
        return this instanceof Stored;
    }
}
