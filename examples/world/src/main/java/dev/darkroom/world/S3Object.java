package dev.darkroom.world;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An object that the S3 server returned.
 *
 * @param headers headers by name in lower case; only the first of several fields with one name
 * @param bytes content of the object; empty if only the head was requested
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record S3Object(Map<String, String> headers, byte[] bytes) {
    /** The stored content type. */
    public String contentType() {
        return header("content-type").orElse("");
    }

    /** The ETag, quotes included. */
    public String etag() {
        return header("etag").orElse("");
    }

    /** The raw value of a user metadata field, by its name without {@code x-amz-meta-}. */
    public Optional<String> metadata(String name) {
        return header("x-amz-meta-" + name);
    }

    /** A header field. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
