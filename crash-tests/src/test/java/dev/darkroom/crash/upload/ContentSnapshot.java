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
 * What there is to see of a content in its store, read by the tests' own few lines.
 *
 * @param objects of all contents, by key
 * @param folder of the one that is looked at, with a slash at its end
 */
public record ContentSnapshot(Map<String, byte[]> objects, String folder) {
    /** One variant as a manifest tells of it. */
    public record Variant(String key, String sha256, long bytes) {
        /** The name that its copy has for as long as the content lasts. */
        public String lastingName() {
            return key.replaceFirst("/[^/]+/([^/]+)$", "/$1");
        }
    }

    /** Empty where there is no manifest. */
    public Optional<Map<String, @Nullable Object>> manifest() {
        byte[] json = objects.get(folder + "manifest.json");
        return json == null
                ? Optional.empty()
                : Optional.of(StrictJson.object(new String(json, StandardCharsets.UTF_8)));
    }

    /** Which state the content is in; empty for none. */
    public String version() {
        return manifest().map(fields -> String.valueOf(fields.get("version"))).orElse("");
    }

    /** Empty where the content is deleted. */
    public List<Variant> variants() {
        return manifest().map(ContentSnapshot::variantsIn).orElse(List.of());
    }

    /** What a manifest tells of, wherever it was got. */
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

    /** Keys of the version before, which a reader may still want. */
    public List<String> former() {
        return manifest().map(fields -> fields.get("former")).stream()
                .flatMap(list -> list instanceof List<?> keys ? keys.stream() : Stream.empty())
                .map(String::valueOf)
                .toList();
    }

    public boolean holds(Variant variant) {
        return holds(variant.key(), variant);
    }

    /** Whether that variant's very bytes are under a key. */
    public boolean holds(String key, Variant variant) {
        byte[] there = objects.get(key);
        return there != null
                && there.length == variant.bytes()
                && Bytes.wrap(there).sha256().equals(variant.sha256());
    }

    /** Everything that is not this content's. */
    public Map<String, byte[]> others() {
        Map<String, byte[]> others = new LinkedHashMap<>(objects);
        others.keySet().removeIf(key -> key.startsWith(folder));
        return others;
    }

    /** Copies under names that stay. */
    public Map<String, byte[]> named() {
        Map<String, byte[]> named = new LinkedHashMap<>(objects);
        named.keySet()
                .removeIf(key -> !key.startsWith(folder)
                        || key.indexOf('/', folder.length()) > 0
                        || key.endsWith("/manifest.json"));
        return named;
    }
}
