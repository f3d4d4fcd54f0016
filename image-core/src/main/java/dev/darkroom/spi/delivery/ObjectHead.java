package dev.darkroom.spi.delivery;

import java.util.Map;

/**
 * @param etag opaque, without quotes; changes whenever the content changes
 * @param contentType empty when the store knows none
 * @param metadata keys in lower case, values as they were given to {@link PutOptions#metadata}
 */
public record ObjectHead(long length, String etag, String contentType, Map<String, String> metadata) {
    public ObjectHead {
        metadata = Map.copyOf(metadata);
    }
}
