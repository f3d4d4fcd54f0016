package dev.darkroom.world.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response.
 *
 * @param reply the complete response of the server, or null if none was sent (hang, reset, dropped)
 * @param fault the injected fault, or null
 * @param took time from the end of reading the request to the end of writing the response
 */
public record RecordedExchange(
        Request request, @Nullable Reply reply, @Nullable Fault fault, Duration took) {
    /** The status of the response; 0 if there was none. */
    public int status() {
        return Optional.ofNullable(reply).map(Reply::status).orElse(0);
    }
}
