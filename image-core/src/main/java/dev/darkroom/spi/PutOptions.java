package dev.darkroom.spi;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How to write an object. Immutable; each wither returns a new value. */
public final class PutOptions {
    private static final PutOptions PLAIN = new PutOptions("application/octet-stream", "", Map.of(), false, null);

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

    public static PutOptions contentType(String contentType) {
        return new PutOptions(contentType, "", Map.of(), false, null);
    }

    public static PutOptions plain() {
        return PLAIN;
    }

    public PutOptions cacheControl(String value) {
        return new PutOptions(contentType, value, metadata, ifAbsent, ifMatch);
    }

    /** Adds user metadata. Keys are lower-case ASCII; values printable ASCII (encode others as RFC 2047 says); 2 KB in all. */
    public PutOptions metadata(String key, String value) {
        Map<String, String> more = new TreeMap<>(metadata);
        more.put(key, value);
        return new PutOptions(contentType, cacheControl, Map.copyOf(more), ifAbsent, ifMatch);
    }

    /** Only if there is no object of that key. */
    public PutOptions ifAbsent() {
        return new PutOptions(contentType, cacheControl, metadata, true, null);
    }

    /** Only if the object there has this ETag. */
    public PutOptions ifMatch(String etag) {
        return new PutOptions(contentType, cacheControl, metadata, false, etag);
    }

    public String contentType() {
        return contentType;
    }

    /** Empty for none. */
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
}
