package dev.darkroom.world.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request and what came of it.
 *
 * @param reply the answer as the server meant it, or null where none was sent (hang, reset, dropped)
 * @param fault the scripted fault it met, or null
 * @param took from the request read to the answer written
 */
public record RecordedExchange(
        Request request, @Nullable Reply reply, @Nullable Fault fault, Duration took) {
    /** The answer's status, 0 where there was no answer. */
    public int status() {
        return Optional.ofNullable(reply).map(Reply::status).orElse(0);
    }
}
