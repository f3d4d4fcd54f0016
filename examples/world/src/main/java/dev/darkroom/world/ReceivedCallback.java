package dev.darkroom.world;

import dev.darkroom.world.http.HeaderFields;
import dev.darkroom.world.http.Request;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A callback that the orchestrator received.
 *
 * @param raw the text of the body, which the signature covers
 * @param body the parsed body
 */
public record ReceivedCallback(HeaderFields headers, String raw, Map<String, @Nullable Object> body) {
    /**
     * Reads a callback from a request.
     *
     * @throws IllegalArgumentException if the body is not a JSON object
     */
    public static ReceivedCallback of(Request request) {
        return new ReceivedCallback(request.headers(), request.text(), StrictJson.object(request.text()));
    }

    /** A field of the body as text; empty if it is missing. */
    public String text(String field) {
        Object value = body.get(field);
        return value == null ? "" : value.toString();
    }

    /** {@code success} or {@code error}. */
    public String status() {
        return text("status");
    }

    /** The error message. */
    public String error() {
        return text("error");
    }

    /** An object in the body; empty if it is missing. */
    @SuppressWarnings("unchecked") // made by Json, which makes string keys
    public Map<String, @Nullable Object> object(String field) {
        return body.get(field) instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    /** The {@code Idempotency-Key}, empty if there is none. */
    public String idempotencyKey() {
        return headers.first("Idempotency-Key").orElse("");
    }
}
