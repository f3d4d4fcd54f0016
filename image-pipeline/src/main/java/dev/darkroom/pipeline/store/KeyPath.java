package dev.darkroom.pipeline.store;

import dev.darkroom.core.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mapping from keys to file paths under the root, with '/' between names. Two keys never share a path, even on file systems that ignore
 * case or normalise names, and no path is a folder of another path. A web server finds the file under the path, percent-encoded once, and
 * derives its type from the extension.
 *
 * <ul>
 *   <li>{@code a-z 0-9 _ - .} stay. A capital becomes {@code !} and its small letter (as in Go's module cache). Any other character
 *       becomes {@code =} and the two hex digits of each of its UTF-8 bytes (as in quoted-printable text). No name has a percent sign,
 *       because some servers refuse a URL with an encoded one. A dot at the start or end of a name, and the first letter of a name that
 *       Windows reserves, also become {@code =xx}.
 *   <li>A file name has a dot and a folder name has none. A name that does not follow this rule gets {@code ~} at its end.
 *   <li>A file name whose extension has capitals gets {@code =.} and the extension in small letters at its end.
 *   <li>A path that is too long for some file systems is replaced by one made of the key's hash, under {@code =long}.
 * </ul>
 */
final class KeyPath {
    private static final int MAX_NAME = 200;
    private static final int MAX_PATH = 700;
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789_-.";
    private static final Pattern RESERVED = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])([.].*)?");
    private static final Pattern EXTENSION = Pattern.compile("[.]([A-Za-z0-9]{1,16})$");

    private KeyPath() {}

    /**
     * @param key checked
     */
    static String of(String key) {
        StringBuilder path = new StringBuilder();
        String[] segments = key.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            String name = escaped(segments[i]);
            name += i == segments.length - 1 ? endOfFile(name, segments[i]) : endOfFolder(name);
            if (name.length() > MAX_NAME) {
                return byHash(key);
            }
            path.append(i == 0 ? "" : "/").append(name);
        }
        return path.length() > MAX_PATH ? byHash(key) : path.toString();
    }

    private static String endOfFolder(String name) {
        return name.indexOf('.') < 0 ? "" : "~";
    }

    private static String endOfFile(String name, String segment) {
        if (name.indexOf('.') < 0) {
            return "~";
        }
        String extension = extension(segment);
        return extension.equals(extension.toLowerCase(Locale.ROOT)) ? "" : "=." + extension.toLowerCase(Locale.ROOT);
    }

    private static String byHash(String key) {
        String hash = hash(key);
        String extension = extension(key).toLowerCase(Locale.ROOT);
        return "=long/" + hash.substring(0, 2) + "/" + hash + "." + (extension.isEmpty() ? "bin" : extension);
    }

    /** The extension. Empty if there is none, or if it has characters or a length that no type known to a web server has. */
    private static String extension(String name) {
        Matcher extension = EXTENSION.matcher(name);
        return extension.find() ? extension.group(1) : "";
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
                hex(name, c);
            } else if (c >= 'A' && c <= 'Z') {
                name.append('!').append((char) (c - 'A' + 'a'));
            } else if (PLAIN.indexOf(c) >= 0) {
                name.append(c);
            } else {
                hex(name, c);
            }
        }
        return name.toString();
    }

    private static void hex(StringBuilder name, char c) {
        name.append('=').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
    }
}
