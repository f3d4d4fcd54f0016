package dev.darkroom.content;

import dev.darkroom.core.Rendition;
import dev.darkroom.pipeline.store.KeyTemplate;
import dev.darkroom.spi.delivery.ObjectKey;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The folder of a content, and the keys of its objects.
 *
 * @param path key of the folder, without a slash at the end
 */
record ContentFolder(String path) {
    /** Room in bytes for a version, a variant name and an extension, with the slashes and the dot between them. */
    private static final int LONGEST_NAME = 36 + 64 + 8 + 3;

    /**
     * @throws IllegalArgumentException as {@link KeyTemplate#fill}, and when the path is too long to leave room for the names of the
     *     objects
     */
    static ContentFolder of(KeyTemplate template, Map<String, String> attributes) {
        String path = template.fill(attributes, Map.of());
        int bytes = path.getBytes(StandardCharsets.UTF_8).length;
        if (bytes + LONGEST_NAME > ObjectKey.MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a content's folder has " + bytes + " bytes, more than " + (ObjectKey.MAX_BYTES - LONGEST_NAME));
        }
        return new ContentFolder(path);
    }

    String manifest() {
        return path + "/manifest.json";
    }

    String object(String version, Rendition rendition) {
        return path + "/" + version + "/" + rendition.name() + "."
                + rendition.format().extension();
    }

    /** The alias of a version's object. */
    String alias(String key) {
        return path + key.substring(key.lastIndexOf('/'));
    }

    /** Whether this is the key of a version's object. */
    boolean holds(String key) {
        return key.startsWith(path + "/") && ObjectKey.isValid(key) && key.indexOf('/', path.length() + 1) > 0;
    }
}
