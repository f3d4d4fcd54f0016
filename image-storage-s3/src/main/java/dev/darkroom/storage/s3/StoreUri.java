package dev.darkroom.storage.s3;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The parts of a URI {@code scheme://authority/path?name=value}.
 *
 * @param path without slashes at its ends; may be empty
 */
record StoreUri(String authority, String path, Map<String, String> query) {
    /**
     * @param form the expected form, for error messages
     * @param names parameters that the query may have
     */
    static StoreUri parse(URI location, String form, Set<String> names) {
        String authority = location.getAuthority();
        if (authority == null || location.getUserInfo() != null || authority.contains("@")) {
            throw new IllegalArgumentException(
                    "not a store's URI; the form is " + form + ", and it never contains access keys");
        }
        Map<String, String> query = new TreeMap<>();
        String raw = location.getRawQuery() == null ? "" : location.getRawQuery();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!names.contains(name) && !raw.isEmpty()) {
                throw new IllegalArgumentException("a store's URI has the unknown parameter \"" + name + "\"; known: "
                        + String.join(", ", names) + "; the form is " + form);
            }
            query.put(name, URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return new StoreUri(authority, trimmed(location.getPath()), query);
    }

    private static String trimmed(String path) {
        int start = path.startsWith("/") ? 1 : 0;
        int end = path.length() > start && path.endsWith("/") ? path.length() - 1 : path.length();
        return path.substring(start, end);
    }

    static String required(Map<String, String> settings, String name) {
        String value = settings.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }
}
