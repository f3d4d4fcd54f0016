package dev.darkroom.spi.delivery;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import java.util.Optional;

/**
 * An S3-like store of whole objects. Thread-safe. A reader sees an object whole, content and head of the same write, or not at all.
 * Keys are up to 1,024 bytes of UTF-8 without empty, {@code .} or {@code ..} segments and control characters; others are an
 * {@link IllegalArgumentException} ({@link ObjectKey}).
 *
 * <p>Every method throws {@link dev.darkroom.core.Failure.Unavailable} when the store did not do its part, after its own retries.
 */
public interface ObjectStore extends AutoCloseable {
    /** For messages: no secret in it, such as {@code "s3 bucket photos"}. */
    String name();

    /**
     * Where a server that hands out the store's own folder or bucket has the object: the path below the store's location, with '/' between
     * names and nothing percent-encoded. It is a key too, and no two keys have the same. The object need not be there. A store whose
     * objects lie under their keys keeps this; a store around another one asks that one.
     */
    default String path(String key) {
        return ObjectKey.checked(key);
    }

    /**
     * The whole object, or empty where there is none. A body shorter than its announced length is fetched again, and never returned.
     *
     * @throws ImageException {@link dev.darkroom.core.Failure.OverLimit} of bytes, at most one byte past {@code maxBytes} being read
     */
    Optional<StoredObject> get(String key, long maxBytes) throws ImageException;

    Optional<ObjectHead> head(String key) throws ImageException;

    /** Stores the whole object; a condition that does not hold is an answer, not an exception. */
    PutResult put(String key, Bytes content, PutOptions options) throws ImageException;

    /**
     * Copies within the store. Options replace the source's metadata and content type.
     *
     * @return {@link PutResult.Refused} when a condition on the target does not hold
     * @throws ImageException also when the source is not there, or a condition was given that this store cannot keep on copies
     */
    PutResult copy(String from, String to, PutOptions options) throws ImageException;

    /** Deleting what is not there succeeds. */
    void delete(String key) throws ImageException;

    @Override
    void close();
}
