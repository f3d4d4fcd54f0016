package dev.darkroom.storage.s3;

import dev.darkroom.spi.delivery.MetadataText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts values of S3 headers. */
final class S3HeaderValues {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9/+=._-]{1,128}");

    private S3HeaderValues() {}

    /** An ETag without its quotes and without the prefix of a weak ETag. */
    static String etag(@Nullable String header) {
        if (header == null) {
            return "";
        }
        String strong = header.startsWith("W/") ? header.substring(2) : header;
        boolean quoted = strong.length() >= 2 && strong.startsWith("\"") && strong.endsWith("\"");
        return quoted ? strong.substring(1, strong.length() - 1) : strong;
    }

    static Map<String, String> encoded(Map<String, String> metadata) {
        Map<String, String> headers = new TreeMap<>();
        metadata.forEach((key, value) -> headers.put(key, MetadataText.encode(value)));
        return headers;
    }

    static Map<String, String> decoded(Map<String, String> headers) {
        Map<String, String> metadata = new TreeMap<>();
        headers.forEach((key, value) -> metadata.put(key.toLowerCase(Locale.ROOT), MetadataText.decode(utf8(value))));
        return metadata;
    }

    /** Some services send raw UTF-8, which the JDK's client decodes as Latin-1. This method decodes it as UTF-8. */
    private static String utf8(String header) {
        if (header.chars().allMatch(c -> c < 0x80) || header.chars().anyMatch(c -> c > 0xFF)) {
            return header;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return header;
        }
    }

    /**
     * An identifier that the service chose, or an empty string if the text does not look like one. So no prose of a service gets into
     * messages or logs.
     */
    static String word(@Nullable String text) {
        return text != null && WORD.matcher(text).matches() ? text : "";
    }
}
