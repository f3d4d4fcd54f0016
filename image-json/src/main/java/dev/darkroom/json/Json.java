package dev.darkroom.json;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON as plain values: {@link Map} with string keys, {@link Iterable}, {@link String}, {@link Number},
 * {@link Boolean} and null. Thread-safe. Writing any other value, NaN or an infinity causes an {@link IllegalArgumentException}. A lone
 * surrogate is written as U+FFFD.
 */
public final class Json {
    private Json() {}

    /** Writes one line of UTF-8 without spaces, like {@code JSON.stringify(value)}. */
    public static Bytes compact(@Nullable Object value) {
        return JsonWriter.write(value, false);
    }

    /** Writes UTF-8 with an indent of two spaces, like {@code JSON.stringify(value, null, 2)}, without a newline at the end. */
    public static Bytes pretty(@Nullable Object value) {
        return JsonWriter.write(value, true);
    }

    /**
     * Reads one JSON object from untrusted text. An integer becomes a {@link Long}, or a {@link java.math.BigInteger} if it does not fit.
     * Other numbers become {@link Double}. The order of names is kept. A duplicate name and text after the object are errors.
     *
     * @param maxBytes maximum length of the text; a longer text is rejected before it is parsed
     * @param maxDepth maximum nesting depth of objects and arrays
     * @throws ImageException {@link dev.darkroom.core.Failure.Malformed}; the message quotes no part of the text
     */
    public static Map<String, @Nullable Object> object(Bytes text, int maxBytes, int maxDepth) throws ImageException {
        return JsonReader.object(text, maxBytes, maxDepth);
    }
}
