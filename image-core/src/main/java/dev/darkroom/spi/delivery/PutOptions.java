package dev.darkroom.spi.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The content type, headers, metadata and condition of a write. Immutable; each modifying method returns a new value. */
public final class PutOptions {
    private static final PutOptions PLAIN = new PutOptions("application/octet-stream", "", Map.of(), false, null);

    /** Limit of S3 in bytes for keys and values together. */
    private static final int MAX_METADATA_BYTES = 2048;

    private static final Pattern METADATA_KEY = Pattern.compile("[a-z0-9._-]{1,128}");

    private final String contentType;
    private final String cacheControl;
    private final Map<String, String> metadata;
    private final boolean ifAbsent;
    private final @Nullable String ifMatch;

    private PutOptions(
            String contentType,
            String cacheControl,
            Map<String, String> metadata,
            boolean ifAbsent,
            @Nullable String ifMatch) {
        this.contentType = contentType;
        this.cacheControl = cacheControl;
        this.metadata = metadata;
        this.ifAbsent = ifAbsent;
        this.ifMatch = ifMatch;
    }

    /** Options with a media type, such as {@code "image/webp"}: printable ASCII, not empty. */
    public static PutOptions contentType(String contentType) {
        if (contentType.isBlank()) {
            throw new IllegalArgumentException("a content type is empty");
        }
        return new PutOptions(checkedHeader("content type", contentType), "", Map.of(), false, null);
    }

    public static PutOptions plain() {
        return PLAIN;
    }

    /** A copy with another content type. */
    public PutOptions withContentType(String mediaType) {
        return new PutOptions(contentType(mediaType).contentType, cacheControl, metadata, ifAbsent, ifMatch);
    }

    public PutOptions cacheControl(String value) {
        return new PutOptions(contentType, checkedHeader("cache control", value), metadata, ifAbsent, ifMatch);
    }

    /**
     * Adds user metadata, or replaces the key's earlier value. The value may be any text. {@link ObjectHead#metadata} returns it unchanged:
     * a store that sends it in a header encodes it with {@link MetadataText}.
     *
     * @param key lower-case ASCII letters, digits, {@code -}, {@code _} and {@code .}
     * @throws IllegalArgumentException for an invalid key, an empty value, or more than 2,048 bytes of keys and encoded values together
     */
    public PutOptions metadata(String key, String value) {
        if (!METADATA_KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "a metadata key may have a-z, 0-9, '-', '_' and '.' only: \"" + MetadataText.encode(key) + "\"");
        }
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the metadata value of " + key + " is empty; leave the key out instead");
        }
        Map<String, String> more = new TreeMap<>(metadata);
        more.put(key, value);
        int bytes = 0;
        for (Map.Entry<String, String> entry : more.entrySet()) {
            bytes += entry.getKey().length()
                    + MetadataText.encode(entry.getValue()).length();
        }
        if (bytes > MAX_METADATA_BYTES) {
            throw new IllegalArgumentException(
                    "with " + key + ", the metadata is " + bytes + " bytes as sent, more than " + MAX_METADATA_BYTES);
        }
        return new PutOptions(contentType, cacheControl, Map.copyOf(more), ifAbsent, ifMatch);
    }

    /** Writes only if no object has that key. Replaces an earlier {@link #ifMatch}. */
    public PutOptions ifAbsent() {
        return new PutOptions(contentType, cacheControl, metadata, true, null);
    }

    /** Writes only if the object exists and has this ETag. Replaces an earlier {@link #ifAbsent}. */
    public PutOptions ifMatch(String etag) {
        return new PutOptions(contentType, cacheControl, metadata, false, etag);
    }

    public String contentType() {
        return contentType;
    }

    /** The {@code Cache-Control} header; empty if not set. */
    public String cacheControl() {
        return cacheControl;
    }

    public Map<String, String> metadata() {
        return metadata;
    }

    public boolean requiresAbsent() {
        return ifAbsent;
    }

    public Optional<String> requiredEtag() {
        return Optional.ofNullable(ifMatch);
    }

    private static String checkedHeader(String what, String value) {
        if (!value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException(
                    "a " + what + " must be printable ASCII: \"" + MetadataText.encode(value) + "\"");
        }
        return value;
    }
}
