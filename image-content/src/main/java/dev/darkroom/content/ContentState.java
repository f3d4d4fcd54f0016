package dev.darkroom.content;

import dev.darkroom.content.Manifest.Entry;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state in {@code manifest.json}: the manifest, and the keys of objects that are no longer current.
 *
 * @param version unique, so that no two states are equal and a writer recognises its own state
 * @param manifest empty after a deletion
 * @param former keys of the previous version, which the next change removes
 * @param barred a version whose switch got no answer and must not take effect any more; empty for none
 */
record ContentState(String version, Optional<Manifest> manifest, List<String> former, String barred) {
    private static final int MAX_FORMER = 128;

    /** The state of a content whose manifest is missing or cannot be read. */
    static ContentState nothing() {
        return deleted(List.of());
    }

    static ContentState of(Manifest manifest, List<String> former) {
        return new ContentState(manifest.version(), Optional.of(manifest), former, "");
    }

    static ContentState deleted(List<String> former) {
        return new ContentState(newVersion(), Optional.empty(), former, "");
    }

    static String newVersion() {
        return UUID.randomUUID().toString();
    }

    ContentState barring(String other) {
        return new ContentState(version, manifest, former, other);
    }

    /** Keys of the current version. */
    List<String> keys() {
        return manifest.stream()
                .flatMap(current -> current.variants().stream())
                .map(Entry::key)
                .toList();
    }

    /**
     * The former keys of the next state: all keys of this state, with one key for each alias. So an alias that went out of use, and may not
     * have been removed yet, is kept.
     */
    List<String> formerForNext(ContentFolder folder) {
        Map<String, String> byName = new LinkedHashMap<>();
        allKeys().forEach(key -> byName.putIfAbsent(folder.alias(key), key));
        return List.copyOf(byName.values());
    }

    /** Every key that may hold an object. */
    List<String> allKeys() {
        return Stream.concat(keys().stream(), former.stream()).toList();
    }

    Bytes json() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("version", version);
        fields.putAll(manifest.map(ManifestJson::fields).orElse(Map.of("deleted", true)));
        fields.put("former", former);
        if (!barred.isEmpty()) {
            fields.put("barred", barred);
        }
        return Json.compact(fields);
    }

    /**
     * @throws ImageException {@link dev.darkroom.core.Failure.Malformed}, also when a key is outside the folder of the content
     */
    static ContentState parse(Bytes json, ContentFolder folder) throws ImageException {
        Map<String, @Nullable Object> fields = ManifestJson.object(json);
        Optional<Manifest> manifest =
                Boolean.TRUE.equals(fields.get("deleted")) ? Optional.empty() : Optional.of(ManifestJson.read(fields));
        List<String> former = new ArrayList<>();
        for (Object key : ManifestJson.list(fields, "former", MAX_FORMER)) {
            former.add(String.valueOf(key));
        }
        String version = ManifestJson.text(fields, "version", ManifestJson.MAX_BYTES);
        String barred = fields.get("barred") instanceof String text ? text : "";
        ContentState state = new ContentState(version, manifest, List.copyOf(former), barred);
        for (String key : state.allKeys()) {
            if (!folder.holds(key)) {
                throw ImageException.malformed("not a manifest of this content: it names objects of another content");
            }
        }
        return state;
    }
}
