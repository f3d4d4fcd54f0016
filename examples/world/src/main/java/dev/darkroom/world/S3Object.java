package dev.darkroom.world;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An object as the S3 server gave it back.
 *
 * @param headers names in lower case; of several fields with one name the first
 * @param bytes empty where only the head was asked for
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record S3Object(Map<String, String> headers, byte[] bytes) {
    /** The content type it was stored with. */
    public String contentType() {
        return header("content-type").orElse("");
    }

    /** The ETag, quotes included. */
    public String etag() {
        return header("etag").orElse("");
    }

    /** User metadata by its name without {@code x-amz-meta-}, as it stood on the wire. */
    public Optional<String> metadata(String name) {
        return header("x-amz-meta-" + name);
    }

    /** A header field. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
