package dev.darkroom.spi.delivery;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import java.util.Optional;

/**
 * An S3-like store of complete objects. Thread-safe. A reader gets an object completely, with content and head of the same write, or
 * not at all. A key has up to 1,024 bytes of UTF-8, no empty, {@code .} or {@code ..} segments and no control characters. Other keys
 * cause an {@link IllegalArgumentException} ({@link ObjectKey}).
 *
 * <p>Every method throws {@link dev.darkroom.core.Failure.Unavailable} when the store failed, after the store's own retries.
 */
public interface ObjectStore extends AutoCloseable {
    /** The name of the store for messages, such as {@code "s3 bucket photos"}. It contains no secret. */
    String name();

    /**
     * The path of an object for a server that serves the store's own folder or bucket. The path is relative to the store's location, with
     * '/' between names and without percent-encoding. It is also a valid key, and two keys never have the same path. The object need not
     * exist. The default returns the key; it suits a store that saves each object under its key. A store that wraps another one delegates.
     */
    default String path(String key) {
        return ObjectKey.checked(key);
    }

    /**
     * Reads the complete object. Returns empty if it does not exist. A body shorter than its announced length is fetched again and never
     * returned.
     *
     * @throws ImageException {@link dev.darkroom.core.Failure.OverLimit} of kind BYTES; the store reads at most one byte more than
     *     {@code maxBytes}
     */
    Optional<StoredObject> get(String key, long maxBytes) throws ImageException;

    Optional<ObjectHead> head(String key) throws ImageException;

    /** Stores the complete object. A condition that does not hold gives {@link PutResult.Refused}, not an exception. */
    PutResult put(String key, Bytes content, PutOptions options) throws ImageException;

    /**
     * Copies an object within the store. The options replace the source's metadata and content type.
     *
     * @return {@link PutResult.Refused} when a condition on the target does not hold
     * @throws ImageException also when the source does not exist, or when this store does not support the condition for copies
     */
    PutResult copy(String from, String to, PutOptions options) throws ImageException;

    /** Deletes an object. Succeeds if the object does not exist. */
    void delete(String key) throws ImageException;

    @Override
    void close();
}
