package dev.darkroom.spi.delivery;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The syntax rules for object keys. All stores share them, so each store accepts the same keys.
 *
 * <p>A segment must not be {@code .} or {@code ..}. Dots inside a longer name have no meaning: {@code photo..jpg} is valid. A backslash
 * is a normal character of a name. However, some programs treat it as a separator, so {@code a\..\b} is rejected as well.
 */
public final class ObjectKey {
    /** Maximum key length in bytes of UTF-8, as in S3. */
    public static final int MAX_BYTES = 1024;

    private static final int SHOWN_CHARACTERS = 80;
    /** The path separators of Unix and Windows. */
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

    private ObjectKey() {}

    /**
     * Checks a key.
     *
     * @return the key itself
     * @throws IllegalArgumentException when the key is invalid; the message states the reason
     */
    public static String checked(String key) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("an object key is empty");
        }
        if (key.length() > MAX_BYTES || key.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw wrong(key, "is longer than " + MAX_BYTES + " bytes");
        }
        for (String segment : key.split("/", -1)) {
            if (segment.isEmpty()) {
                throw wrong(key, "has an empty segment: it may not start or end with '/' or have '//' in it");
            }
        }
        for (String name : SEPARATOR.split(key, -1)) {
            if (name.equals(".") || name.equals("..")) {
                throw wrong(key, "has a segment '" + name + "', which stands for a folder");
            }
        }
        key.codePoints().forEach(c -> checkCharacter(key, c));
        return key;
    }

    /**
     * Checks a key of one segment, such as a file name.
     *
     * @return the segment itself
     * @throws IllegalArgumentException when the segment is invalid; the message states the reason
     */
    public static String checkedSegment(String segment) {
        if (segment.indexOf('/') >= 0) {
            throw wrong(segment, "has a slash, but may be one segment only");
        }
        return checked(segment);
    }

    /** Whether {@link #checkedSegment} accepts the text. */
    public static boolean isSegment(String text) {
        return text.indexOf('/') < 0 && isValid(text);
    }

    /** Whether {@link #checked} accepts the key. */
    public static boolean isValid(String key) {
        try {
            return checked(key).equals(key);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void checkCharacter(String key, int c) {
        if (Character.isISOControl(c)) {
            throw wrong(key, String.format("has a control character U+%04X", c));
        }
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            throw wrong(key, "has half a surrogate pair, which is not Unicode");
        }
    }

    private static IllegalArgumentException wrong(String key, String what) {
        return new IllegalArgumentException("the object key \"" + printable(key) + "\" " + what);
    }

    private static String printable(String key) {
        StringBuilder shown = new StringBuilder();
        key.codePoints()
                .limit(SHOWN_CHARACTERS)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
                .forEach(shown::appendCodePoint);
        return key.codePointCount(0, key.length()) > SHOWN_CHARACTERS ? shown + "…" : shown.toString();
    }
}
