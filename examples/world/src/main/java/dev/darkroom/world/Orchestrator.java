package dev.darkroom.world;

import dev.darkroom.world.http.FaultScript;
import dev.darkroom.world.http.LinkSpeed;
import dev.darkroom.world.http.LocalServer;
import dev.darkroom.world.http.Reply;
import dev.darkroom.world.http.Request;
import dev.darkroom.world.http.TrafficLog;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server that receives callbacks. With a secret it accepts only callbacks that were signed with it within the last five minutes. */
public final class Orchestrator implements AutoCloseable {
    private final LocalServer server;
    private final List<ReceivedCallback> taken = new ArrayList<>();
    private @Nullable String secret;

    /** Starts an orchestrator without a secret. */
    public Orchestrator(LinkSpeed speed) throws IOException {
        server = new LocalServer("orchestrator", speed, this::answer);
    }

    /** The {@code CALLBACK_URL}. */
    public URI url() {
        return server.url().resolve("/callback");
    }

    /** Requires a signature for all later callbacks. */
    public synchronized void requireSignature(String callbackSecret) {
        secret = callbackSecret;
    }

    /** The faults and held requests of this orchestrator. */
    public FaultScript script() {
        return server.script;
    }

    /** All requests, including those that failed. */
    public TrafficLog traffic() {
        return server.traffic;
    }

    /** All requests as callbacks, including those that were not accepted. */
    public List<ReceivedCallback> attempts() {
        return traffic().requests().stream().map(ReceivedCallback::of).toList();
    }

    /** The accepted callbacks. If a worker did not receive the response, it sends the callback again. */
    public synchronized List<ReceivedCallback> taken() {
        return List.copyOf(taken);
    }

    /** Waits for the first accepted callback. */
    public synchronized ReceivedCallback awaitCallback(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toMillis(); taken.isEmpty(); left = (end - System.nanoTime()) / 1_000_000) {
            if (left <= 0) {
                throw new IllegalStateException("no callback within " + limit.toSeconds() + " s; attempts: "
                        + traffic().requests().size());
            }
            wait(left);
        }
        return taken.get(0);
    }

    /** Removes all callbacks and faults. */
    public synchronized void clear() {
        taken.clear();
        script().clear();
        traffic().clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** Handles a request that did not arrive through its port. Faults do not apply to it, and it is not recorded. */
    public synchronized Reply answer(Request request) {
        Optional<String> refusal = refusal(request);
        if (refusal.isPresent()) {
            return Reply.of(refusal.get().startsWith("signature") ? 401 : 400, "text/plain", refusal.get());
        }
        taken.add(ReceivedCallback.of(request));
        notifyAll();
        return Reply.json(200, "{\"received\":true}");
    }

    private Optional<String> refusal(Request request) {
        if (!request.method().equals("POST")) {
            return Optional.of("a callback is a POST");
        }
        try {
            StrictJson.object(request.text());
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        return secret == null
                ? Optional.empty()
                : SignatureVerifier.complaint(
                        request.headers().first("X-Darkroom-Signature").orElse(""),
                        secret,
                        request.text(),
                        Instant.now());
    }
}
