package dev.darkroom.content;

import java.nio.charset.StandardCharsets;

/** URLs for the keys or paths of a store. */
final class KeyUrl {
    /** The unreserved characters of RFC 3986, section 2.3, and the slash between segments. */
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    private KeyUrl() {}

    /**
     * @throws IllegalArgumentException when the prefix has characters that an HTML attribute, or a candidate list in one, cannot hold
     *     unescaped
     */
    static String checkedPrefix(String prefix) {
        if (!prefix.chars().allMatch(c -> c > ' ' && c <= '~' && "\"'<>,`\\".indexOf(c) < 0)) {
            throw new IllegalArgumentException(
                    "a URL prefix is printable ASCII without spaces, quotes, angle brackets, backslashes and commas");
        }
        return prefix;
    }

    static String of(String prefix, String path) {
        StringBuilder url = new StringBuilder(prefix);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (PLAIN.indexOf(c) >= 0) {
                url.append(c);
            } else {
                url.append('%').append(hex(c >> 4)).append(hex(c & 15));
            }
        }
        return url.toString();
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit, 16));
    }
}
