package dev.darkroom.core;

import java.util.Map;

/**
 * The result of a publisher.
 *
 * @param publisher the publisher's name
 * @param references location of each variant, by variant name: a URL or a store key
 * @param properties other values for later steps, such as {@code cdnUrl} or {@code archive_r2_key}
 */
public record Publication(String publisher, Map<String, String> references, Map<String, String> properties) {
    public Publication {
        references = Map.copyOf(references);
        properties = Map.copyOf(properties);
    }
}
