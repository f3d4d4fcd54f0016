package dev.darkroom.spi.delivery;

/** The result of a conditional write. */
public sealed interface PutResult {
    /**
     * The object was written.
     *
     * @param etag ETag of the new content
     */
    record Stored(String etag) implements PutResult {}

    /** The condition did not hold. This call wrote nothing. */
    record Refused() implements PutResult {}

    default boolean isStored() {
        return this instanceof Stored;
    }
}
