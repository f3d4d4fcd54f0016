package dev.darkroom.crash.upload;

import dev.darkroom.core.Bytes;
import dev.darkroom.world.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The visible state of a content in its store. It has its own parser, so that it shares no code with the library.
 *
 * @param objects objects of all contents, by key
 * @param folder folder of the tested content, with a slash at its end
 */
public record ContentSnapshot(Map<String, byte[]> objects, String folder) {
    /** A variant as the manifest describes it. */
    public record Variant(String key, String sha256, long bytes) {
        /** The key of its alias, which stays the same for all versions. */
        public String lastingName() {
            return key.replaceFirst("/[^/]+/([^/]+)$", "/$1");
        }
    }

    /** The manifest; empty if there is none. */
    public Optional<Map<String, @Nullable Object>> manifest() {
        byte[] json = objects.get(folder + "manifest.json");
        return json == null
                ? Optional.empty()
                : Optional.of(StrictJson.object(new String(json, StandardCharsets.UTF_8)));
    }

    /** The version of the content; empty if there is none. */
    public String version() {
        return manifest().map(fields -> String.valueOf(fields.get("version"))).orElse("");
    }

    /** The variants of the manifest; empty if the content is deleted. */
    public List<Variant> variants() {
        return manifest().map(ContentSnapshot::variantsIn).orElse(List.of());
    }

    /** The variants that a manifest lists. */
    static List<Variant> variantsIn(Map<String, @Nullable Object> manifest) {
        List<Variant> variants = new ArrayList<>();
        if (manifest.get("variants") instanceof List<?> list) {
            for (Object one : list) {
                Map<?, ?> fields = (Map<?, ?>) one;
                variants.add(new Variant(
                        String.valueOf(fields.get("key")),
                        String.valueOf(fields.get("sha256")),
                        Long.parseLong(String.valueOf(fields.get("bytes")))));
            }
        }
        return variants;
    }

    /** The keys of the previous version, which a reader may still use. */
    public List<String> former() {
        return manifest().map(fields -> fields.get("former")).stream()
                .flatMap(list -> list instanceof List<?> keys ? keys.stream() : Stream.empty())
                .map(String::valueOf)
                .toList();
    }

    public boolean holds(Variant variant) {
        return holds(variant.key(), variant);
    }

    /** Whether a key has exactly the bytes of a variant. */
    public boolean holds(String key, Variant variant) {
        byte[] there = objects.get(key);
        return there != null
                && there.length == variant.bytes()
                && Bytes.wrap(there).sha256().equals(variant.sha256());
    }

    /** The objects of other contents. */
    public Map<String, byte[]> others() {
        Map<String, byte[]> others = new LinkedHashMap<>(objects);
        others.keySet().removeIf(key -> key.startsWith(folder));
        return others;
    }

    /** The aliases of this content. */
    public Map<String, byte[]> named() {
        Map<String, byte[]> named = new LinkedHashMap<>(objects);
        named.keySet()
                .removeIf(key -> !key.startsWith(folder)
                        || key.indexOf('/', folder.length()) > 0
                        || key.endsWith("/manifest.json"));
        return named;
    }
}
