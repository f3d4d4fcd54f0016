package dev.darkroom.world;

import java.util.List;
import java.util.Optional;

/**
 * An asset that the CDN has accepted.
 *
 * @param cid the IPFS content id, if the registration has one
 */
public record RegisteredAsset(
        String id, String fileName, String contentType, Optional<String> cid, List<Variant> variants) {
    /** One variant of the asset. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Variant(String name, String contentType, byte[] bytes) {}

    public RegisteredAsset {
        variants = List.copyOf(variants);
    }

    /** The names of the variants, in the order of the request. */
    public List<String> names() {
        return variants.stream().map(Variant::name).toList();
    }

    /** The variant with a name. */
    public Optional<Variant> variant(String name) {
        return variants.stream().filter(variant -> variant.name().equals(name)).findFirst();
    }
}
