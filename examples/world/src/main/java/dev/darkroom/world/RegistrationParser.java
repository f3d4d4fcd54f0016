package dev.darkroom.world;

import dev.darkroom.world.http.Request;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses {@code POST /asset/{id}} strictly. */
final class RegistrationParser {
    private static final Set<String> FIELDS =
            Set.of("variants", "original_filename", "original_content_type", "ipfs_cid");
    private static final Set<String> VARIANT_FIELDS = Set.of("name", "data", "content_type", "size");

    private RegistrationParser() {}

    /**
     * @throws IllegalArgumentException with the first error
     */
    static RegisteredAsset read(String id, Request request) {
        require(id.matches("[0-9A-Za-z_-]{8,64}"), "asset id: " + id);
        String type = request.headers().first("Content-Type").orElse("none");
        require(type.matches("application/json(; ?charset=utf-8)?"), "content type of the request: " + type);
        Map<String, @Nullable Object> body = StrictJson.object(request.text());
        require(FIELDS.containsAll(body.keySet()), "unknown field among " + body.keySet());
        require(body.get("variants") instanceof List<?> list && !list.isEmpty(), "variants: none");
        List<RegisteredAsset.Variant> variants = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Object entry : (List<?>) value(body, "variants")) {
            require(entry instanceof Map<?, ?>, "a variant that is not an object");
            RegisteredAsset.Variant variant = variant((Map<?, ?>) entry);
            require(names.add(variant.name()), "variant name used twice: " + variant.name());
            variants.add(variant);
        }
        return new RegisteredAsset(
                id,
                text(body, "original_filename"),
                text(body, "original_content_type"),
                body.containsKey("ipfs_cid") ? Optional.of(text(body, "ipfs_cid")) : Optional.empty(),
                variants);
    }

    private static RegisteredAsset.Variant variant(Map<?, ?> entry) {
        require(VARIANT_FIELDS.equals(entry.keySet()), "variant fields: " + entry.keySet());
        String name = text(entry, "name");
        require(name.matches("[a-z0-9_-]{1,32}"), "variant name: " + name);
        String data = text(entry, "data");
        require(data.length() % 4 == 0, "variant " + name + ": base64 without its padding");
        byte[] bytes = Base64.getDecoder().decode(data);
        Object size = value(entry, "size");
        require(
                size.equals((long) bytes.length),
                "variant " + name + ": size " + size + " for " + bytes.length + " bytes");
        String type = text(entry, "content_type");
        String sniffed = PictureHeader.contentType(bytes).orElse("nothing known");
        require(type.equals(sniffed), "variant " + name + ": content type " + type + " for bytes that are " + sniffed);
        return new RegisteredAsset.Variant(name, type, bytes);
    }

    private static String text(Map<?, ?> object, String field) {
        Object value = value(object, field);
        require(value instanceof String, field + " is not a string");
        return (String) value;
    }

    private static Object value(Map<?, ?> object, String field) {
        Object value = object.get(field);
        if (value == null) {
            throw new IllegalArgumentException("missing field: " + field);
        }
        return value;
    }

    private static void require(boolean condition, String complaint) {
        if (!condition) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
