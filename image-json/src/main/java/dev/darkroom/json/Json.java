package dev.darkroom.json;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON to and from plain values: {@link Map} with string keys, {@link Iterable}, {@link String}, {@link Number}, {@link Boolean} and
 * null. Thread-safe. Any other value to write is an {@link IllegalArgumentException}, as are NaN and the infinities. A lone surrogate
 * is written as U+FFFD.
 */
public final class Json {
    private Json() {}

    /** In one line without spaces, as {@code JSON.stringify(value)}; UTF-8. */
    public static Bytes compact(@Nullable Object value) {
        return JsonWriter.write(value, false);
    }

    /** Indented by two spaces, as {@code JSON.stringify(value, null, 2)}; UTF-8, without a newline at the end. */
    public static Bytes pretty(@Nullable Object value) {
        return JsonWriter.write(value, true);
    }

    /**
     * Reads one object, of which nothing may be trusted. Whole numbers become {@link Long}, or {@link java.math.BigInteger} where they
     * do not fit, others {@link Double}; order is kept. A name given twice, or anything after the object, is an error.
     *
     * @param maxBytes more are refused unread
     * @param maxDepth of nested objects and arrays
     * @throws ImageException {@link dev.darkroom.core.Failure.Malformed}; its message quotes nothing of the text
     */
    public static Map<String, @Nullable Object> object(Bytes text, int maxBytes, int maxDepth) throws ImageException {
        return JsonReader.object(text, maxBytes, maxDepth);
    }
}
