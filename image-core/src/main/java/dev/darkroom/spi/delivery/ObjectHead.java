package dev.darkroom.spi.delivery;

import java.util.Map;

/**
 * The properties of a stored object, without its content.
 *
 * @param length content length in bytes
 * @param etag opaque tag without quotes; changes whenever the content changes
 * @param contentType media type; empty if the store knows none
 * @param metadata user metadata: keys in lower case, values as they were passed to {@link PutOptions#metadata}
 */
public record ObjectHead(long length, String etag, String contentType, Map<String, String> metadata) {
    public ObjectHead {
        metadata = Map.copyOf(metadata);
    }
}
