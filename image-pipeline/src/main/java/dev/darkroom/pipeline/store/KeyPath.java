package dev.darkroom.pipeline.store;

import dev.darkroom.core.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a key's content lies under the root, with '/' between names. Two keys never share a path, not even where file names ignore
 * case or are normalised, and no path is a folder of another.
 *
 * <ul>
 *   <li>{@code a-z 0-9 _ - .} stay; a capital is {@code !} and its small letter (as in Go's module cache), anything else the
 *       {@code %xx} of its UTF-8 bytes. A dot at the start or end of a name, and the first letter of a name that Windows reserves, is
 *       {@code %xx} too.
 *   <li>A file has a dot and a folder has none: one that is otherwise ends with {@code ~}.
 *   <li>What comes out too long for some file system is named by the key's hash, under {@code ~long}.
 * </ul>
 */
final class KeyPath {
    private static final int MAX_NAME = 200;
    private static final int MAX_PATH = 700;
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789_-.";
    private static final Pattern RESERVED = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])([.].*)?");

    private KeyPath() {}

    /**
     * @param key checked
     */
    static String of(String key) {
        StringBuilder path = new StringBuilder();
        String[] segments = key.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean file = i == segments.length - 1;
            String name = escaped(segments[i]);
            boolean marked = file == (name.indexOf('.') < 0);
            if (name.length() > MAX_NAME) {
                return byHash(key);
            }
            path.append(i == 0 ? "" : "/").append(name).append(marked ? "~" : "");
        }
        return path.length() > MAX_PATH ? byHash(key) : path.toString();
    }

    private static String byHash(String key) {
        String hash = hash(key);
        return "~long/" + hash.substring(0, 2) + "/" + hash + ".bin";
    }

    /** SHA-256 of the key, in hex. */
    static String hash(String key) {
        return Bytes.wrap(key.getBytes(StandardCharsets.UTF_8)).sha256();
    }

    private static String escaped(String segment) {
        boolean reserved = RESERVED.matcher(segment.toLowerCase(Locale.ROOT)).matches();
        byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
        StringBuilder name = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            boolean edge = i == 0 || i == bytes.length - 1;
            if ((i == 0 && reserved) || (c == '.' && edge)) {
                percent(name, c);
            } else if (c >= 'A' && c <= 'Z') {
                name.append('!').append((char) (c - 'A' + 'a'));
            } else if (PLAIN.indexOf(c) >= 0) {
                name.append(c);
            } else {
                percent(name, c);
            }
        }
        return name.toString();
    }

    private static void percent(StringBuilder name, char c) {
        name.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
    }
}
