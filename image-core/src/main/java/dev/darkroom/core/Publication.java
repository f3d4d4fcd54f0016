package dev.darkroom.core;

import java.util.Map;

/**
 * What a publisher gave back.
 *
 * @param publisher the publisher's name
 * @param references where each variant is now, by variant name: a URL or a store key
 * @param properties anything else later steps need, such as {@code cdnUrl} or {@code archive_r2_key}
 */
public record Publication(String publisher, Map<String, String> references, Map<String, String> properties) {
    public Publication {
        references = Map.copyOf(references);
        properties = Map.copyOf(properties);
    }
}
