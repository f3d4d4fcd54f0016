package dev.darkroom.world;

import java.util.List;
import java.util.Optional;

/**
 * One registration that the CDN took.
 *
 * @param cid the IPFS content id, where one was given
 */
public record RegisteredAsset(
        String id, String fileName, String contentType, Optional<String> cid, List<Variant> variants) {
    /** One variant. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Variant(String name, String contentType, byte[] bytes) {}

    public RegisteredAsset {
        variants = List.copyOf(variants);
    }

    /** The names in the order they were sent. */
    public List<String> names() {
        return variants.stream().map(Variant::name).toList();
    }

    /** The variant of that name. */
    public Optional<Variant> variant(String name) {
        return variants.stream().filter(variant -> variant.name().equals(name)).findFirst();
    }
}
