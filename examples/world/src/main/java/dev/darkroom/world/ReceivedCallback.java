package dev.darkroom.world;

import dev.darkroom.world.http.HeaderFields;
import dev.darkroom.world.http.Request;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One callback as the orchestrator got it.
 *
 * @param raw the body's text, as signed
 * @param body the same, parsed
 */
public record ReceivedCallback(HeaderFields headers, String raw, Map<String, @Nullable Object> body) {
    /**
     * What a request says.
     *
     * @throws IllegalArgumentException when its body is no JSON object
     */
    public static ReceivedCallback of(Request request) {
        return new ReceivedCallback(request.headers(), request.text(), StrictJson.object(request.text()));
    }

    /** A field of the body as text; the empty string where it is not there. */
    public String text(String field) {
        Object value = body.get(field);
        return value == null ? "" : value.toString();
    }

    /** {@code success} or {@code error}. */
    public String status() {
        return text("status");
    }

    /** What is said to have gone wrong. */
    public String error() {
        return text("error");
    }

    /** An object within the body, empty where it is not there. */
    @SuppressWarnings("unchecked") // made by Json, which makes string keys
    public Map<String, @Nullable Object> object(String field) {
        return body.get(field) instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    /** The {@code Idempotency-Key}, empty where there is none. */
    public String idempotencyKey() {
        return headers.first("Idempotency-Key").orElse("");
    }
}
