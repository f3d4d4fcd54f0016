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
 * A callback: posts JSON to a URL. Any 2xx status counts as accepted, even if the body of the reply, which is ignored, fails. Without a
 * status, the callback was not accepted. With a secret, each attempt is signed anew in the header
 * {@code X-Darkroom-Signature: t=<unix seconds>,v1=<hex HMAC-SHA256 of "<t>.<body>">}. Thread-safe. Closing a callback ends its
 * connections. A process that is about to exit need not close it.
 */
public final class Callback implements AutoCloseable {
    /** 5 s to connect, 15 s for an answer, and 15 s in total. */
    public static final Timeouts DEFAULT_TIMEOUTS =
            Timeouts.standard().attempt(Duration.ofSeconds(15)).total(Duration.ofSeconds(15));

    private static final String SERVICE = "callback";
    /** Bytes of a reply that are read, so that the connection can end in order. A longer reply is cut off. */
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
     * Sends with retries until the callback is accepted or the total timeout is over.
     *
     * @param idempotencyKey the same for every attempt, so that the receiver can detect repetitions; a key that a header cannot carry is
     *     replaced by its SHA-256 in hex
     * @throws ImageException {@link dev.darkroom.core.Failure.Unavailable} of {@code callback} when the callback was not accepted; the
     *     message of a bad status is the bare status
     */
    public void send(Bytes json, String idempotencyKey) throws ImageException {
        send(json, idempotencyKey, timeouts, none());
    }

    /**
     * Sends like {@link #send(Bytes, String)}, with other timeouts and a deadline that can cancel the call. The time to connect is the
     * shorter one of this callback's connect timeout and the timeout of an attempt.
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

    /** Makes one attempt within the given time. For a process that was told to stop. */
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

    /** A deadline that is too far away to matter. The timeouts end the call, so that the failure is that of the service. */
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

    /** A builder of a {@link Callback}. Not thread-safe. */
    public static final class Builder {
        private final URI url;
        private @Nullable BodySigner signature;
        private Timeouts timeouts = DEFAULT_TIMEOUTS;
        private RetryPolicy retry = RetryPolicy.standard();
        private @Nullable HttpClient client;

        private Builder(URI url) {
            this.url = url;
        }

        /** Sets the secret with which every attempt is signed. */
        public Builder secret(String secret) {
            signature = new BodySigner(secret);
            return this;
        }

        /** Sets the timeouts. Default: {@link #DEFAULT_TIMEOUTS}. */
        public Builder timeouts(Timeouts allowed) {
            timeouts = Objects.requireNonNull(allowed);
            return this;
        }

        /** Sets the retry policy. Default: {@link RetryPolicy#standard}. Its {@link TimeSource} also dates the signatures. */
        public Builder retry(RetryPolicy policy) {
            retry = Objects.requireNonNull(policy);
            return this;
        }

        /** Sets the HTTP client, for tests without sockets. Default: an own client. */
        Builder client(HttpClient other) {
            client = other;
            return this;
        }

        public Callback build() {
            return new Callback(this);
        }
    }
}
