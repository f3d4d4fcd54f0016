package dev.darkroom.cdn;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.Attempts;
import dev.darkroom.spi.delivery.RetryPolicy;
import dev.darkroom.spi.delivery.TimeSource;
import dev.darkroom.spi.delivery.Timeouts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Posts JSON to somebody who waits for it. Any 2xx takes it, whatever becomes of the reply's body, which is not read; without a status it
 * was not taken. With a secret, each attempt is signed anew in the header
 * {@code X-Darkroom-Signature: t=<unix seconds>,v1=<hex HMAC-SHA256 of "<t>.<body>">}. Thread-safe.
 * Closing one ends its connections; a process may as well just end.
 */
public final class Callback implements AutoCloseable {
    /** 5 s to connect, 15 s for an answer, and 15 s in all. */
    public static final Timeouts DEFAULT_TIMEOUTS =
            Timeouts.standard().attempt(Duration.ofSeconds(15)).total(Duration.ofSeconds(15));

    private static final String SERVICE = "callback";
    /** Read so that the connection ends in order; anything more is cut off. */
    private static final int MAX_REPLY = 64 * 1024;

    private final URI url;
    private final @Nullable BodySigner signature;
    private final Timeouts timeouts;
    private final RetryPolicy retry;
    private final HttpAttempts exchange;

    private Callback(Builder builder) {
        url = builder.url;
        signature = builder.signature;
        timeouts = builder.timeouts;
        retry = builder.retry;
        exchange = builder.client == null
                ? new HttpAttempts(timeouts.connect(), retry.time(), ServiceUrl.isSecure(url))
                : new HttpAttempts(builder.client, retry.time());
    }

    public static Builder builder(URI url) {
        return new Builder(ServiceUrl.any("the callback URL", url));
    }

    /**
     * Sends until it is taken, as long as the patience lasts.
     *
     * @param idempotencyKey the same for every attempt, so that the receiver can tell repetitions; one that a header cannot carry is
     *     replaced by its SHA-256 in hex
     * @throws ImageException {@link dev.darkroom.core.Failure.Unavailable} of {@code callback} when it was not taken; the message of a
     *     bad status is the bare status
     */
    public void send(Bytes json, String idempotencyKey) throws ImageException {
        send(json, idempotencyKey, timeouts, none());
    }

    /**
     * The same with another patience (but for the time to connect, which is the callback's own or the answer's if that is shorter), and
     * a deadline to cancel it by.
     *
     * @throws ImageException {@link dev.darkroom.core.Failure.Stopped} once the deadline was cancelled or has passed
     */
    public void send(Bytes json, String idempotencyKey, Timeouts allowed, Deadline deadline) throws ImageException {
        Attempts attempts = retry.attempts(allowed, deadline);
        while (true) {
            AttemptResult answer = post(json, idempotencyKey, attempts.next(), deadline);
            if (answer instanceof AttemptResult.Reply reply) {
                if (reply.isSuccess()) {
                    return;
                }
                attempts.failed(reply.failure(SERVICE), reply.retryAfter());
            } else {
                attempts.failed(answer.failure(SERVICE));
            }
        }
    }

    /** One attempt of at most this long: for a process that is being told to end. */
    public void sendOnce(Bytes json, String idempotencyKey, Duration allowed) throws ImageException {
        AttemptResult answer = post(json, idempotencyKey, allowed, none());
        if (!(answer instanceof AttemptResult.Reply reply) || !reply.isSuccess()) {
            throw answer.failure(SERVICE);
        }
    }

    private AttemptResult post(Bytes json, String idempotencyKey, Duration allowed, Deadline deadline)
            throws ImageException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", sendable(idempotencyKey))
                .POST(BodyPublishers.ofByteArray(json.toArray()));
        if (signature != null) {
            request.header(BodySigner.HEADER, signature.of(json, retry.time().now()));
        }
        return exchange.sendForStatus(request.build(), MAX_REPLY, allowed, deadline);
    }

    /** What ends the sending is the patience, so that what is told is the service's failure. */
    private static Deadline none() {
        return Deadline.after(Duration.ofDays(365));
    }

    private static String sendable(String key) {
        boolean visible = !key.isEmpty() && key.chars().allMatch(c -> c > ' ' && c < 0x7F);
        return visible ? key : Bytes.wrap(key.getBytes(StandardCharsets.UTF_8)).sha256();
    }

    @Override
    public void close() {
        exchange.close();
    }

    @Override
    public String toString() {
        return SERVICE + " to " + ServiceUrl.shown(url);
    }

    /** Not thread-safe. */
    public static final class Builder {
        private final URI url;
        private @Nullable BodySigner signature;
        private Timeouts timeouts = DEFAULT_TIMEOUTS;
        private RetryPolicy retry = RetryPolicy.standard();
        private @Nullable HttpClient client;

        private Builder(URI url) {
            this.url = url;
        }

        /** Signs every callback. */
        public Builder secret(String secret) {
            signature = new BodySigner(secret);
            return this;
        }

        /** Instead of {@link #DEFAULT_TIMEOUTS}. */
        public Builder timeouts(Timeouts allowed) {
            timeouts = Objects.requireNonNull(allowed);
            return this;
        }

        /** Instead of {@link RetryPolicy#standard}; its {@link TimeSource} also dates the signatures. */
        public Builder retry(RetryPolicy pauses) {
            retry = Objects.requireNonNull(pauses);
            return this;
        }

        /** Instead of one of its own; for tests without sockets. */
        Builder client(HttpClient other) {
            client = other;
            return this;
        }

        public Callback build() {
            return new Callback(this);
        }
    }
}
