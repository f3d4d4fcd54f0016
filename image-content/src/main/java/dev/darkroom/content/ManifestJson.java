package dev.darkroom.content;

import dev.darkroom.content.Manifest.Entry;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Placeholder;
import dev.darkroom.json.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and writes manifests as JSON. */
final class ManifestJson {
    static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_VARIANTS = 64;
    private static final int MAX_DEPTH = 4;
    /** Longest string that is not a URL or a key, in characters. */
    private static final int MAX_TEXT = 256;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");

    private ManifestJson() {}

    static Bytes write(Manifest manifest) {
        return Json.compact(fields(manifest));
    }

    static Map<String, @Nullable Object> fields(Manifest manifest) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("version", manifest.version());
        fields.put(
                "variants",
                manifest.variants().stream().map(ManifestJson::fields).toList());
        fields.put("srcset", manifest.srcset());
        fields.put(
                "placeholder", manifest.placeholder().map(ManifestJson::fields).orElse(null));
        return fields;
    }

    private static Map<String, Object> fields(Entry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", entry.name());
        fields.put("key", entry.key());
        fields.put("url", entry.url());
        fields.put("width", entry.width());
        fields.put("height", entry.height());
        fields.put("bytes", entry.bytes());
        fields.put("contentType", entry.contentType());
        fields.put("sha256", entry.sha256());
        return fields;
    }

    private static Map<String, Object> fields(Placeholder placeholder) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("thumbHash", placeholder.thumbHashBase64());
        fields.put("dominantColor", placeholder.dominantHex());
        return fields;
    }

    static Map<String, @Nullable Object> object(Bytes json) throws ImageException {
        return Json.object(json, MAX_BYTES, MAX_DEPTH);
    }

    static Manifest read(Map<String, @Nullable Object> fields) throws ImageException {
        List<Entry> variants = new ArrayList<>();
        for (Object variant : list(fields, "variants", MAX_VARIANTS)) {
            variants.add(entry(object(variant, "variants")));
        }
        Object placeholder = fields.get("placeholder");
        return new Manifest(
                text(fields, "version", MAX_TEXT),
                variants,
                placeholder == null ? Optional.empty() : Optional.of(placeholder(object(placeholder, "placeholder"))));
    }

    private static Entry entry(Map<?, ?> fields) throws ImageException {
        String sha256 = text(fields, "sha256", MAX_TEXT);
        if (!SHA256.matcher(sha256).matches()) {
            throw wrong("sha256");
        }
        return new Entry(
                text(fields, "name", MAX_TEXT),
                text(fields, "key", MAX_BYTES),
                text(fields, "url", MAX_BYTES),
                (int) whole(fields, "width", Integer.MAX_VALUE),
                (int) whole(fields, "height", Integer.MAX_VALUE),
                whole(fields, "bytes", Long.MAX_VALUE),
                text(fields, "contentType", MAX_TEXT),
                sha256);
    }

    private static Placeholder placeholder(Map<?, ?> fields) throws ImageException {
        String color = text(fields, "dominantColor", MAX_TEXT);
        if (!COLOR.matcher(color).matches()) {
            throw wrong("dominantColor");
        }
        try {
            byte[] hash = Base64.getDecoder().decode(text(fields, "thumbHash", MAX_TEXT));
            return new Placeholder(Bytes.wrap(hash), Integer.parseInt(color.substring(1), 16));
        } catch (IllegalArgumentException e) {
            throw wrong("thumbHash");
        }
    }

    static List<?> list(Map<?, ?> fields, String name, int max) throws ImageException {
        if (fields.get(name) instanceof List<?> list && list.size() <= max) {
            return list;
        }
        throw wrong(name);
    }

    static String text(Map<?, ?> fields, String name, int max) throws ImageException {
        if (fields.get(name) instanceof String text && !text.isEmpty() && text.length() <= max) {
            return text;
        }
        throw wrong(name);
    }

    private static long whole(Map<?, ?> fields, String name, long max) throws ImageException {
        if (fields.get(name) instanceof Long number && number >= 1 && number <= max) {
            return number;
        }
        throw wrong(name);
    }

    private static Map<?, ?> object(@Nullable Object value, String name) throws ImageException {
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw wrong(name);
    }

    private static ImageException wrong(String name) {
        return ImageException.malformed("not a manifest: its " + name + " is not valid");
    }
}
