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

/** Who waits for callbacks. With a secret it takes only those that are signed with it, not longer ago than five minutes. */
public final class Orchestrator implements AutoCloseable {
    private final LocalServer server;
    private final List<ReceivedCallback> taken = new ArrayList<>();
    private @Nullable String secret;

    /** An orchestrator without a secret. */
    public Orchestrator(LinkSpeed pace) throws IOException {
        server = new LocalServer("orchestrator", pace, this::answer);
    }

    /** The {@code CALLBACK_URL}. */
    public URI url() {
        return server.url().resolve("/callback");
    }

    /** From now on callbacks must be signed. */
    public synchronized void requireSignature(String callbackSecret) {
        secret = callbackSecret;
    }

    /** Its faults and gates. */
    public FaultScript script() {
        return server.script;
    }

    /** Every attempt, those included that failed here. */
    public TrafficLog traffic() {
        return server.traffic;
    }

    /** Every request as a callback, those included that were not taken. */
    public List<ReceivedCallback> attempts() {
        return traffic().requests().stream().map(ReceivedCallback::of).toList();
    }

    /** The callbacks that were taken; a caller that lost the answer sends one of them again. */
    public synchronized List<ReceivedCallback> taken() {
        return List.copyOf(taken);
    }

    /** Waits for the first callback that is taken. */
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

    /** Forgets what came, and the script. */
    public synchronized void clear() {
        taken.clear();
        script().clear();
        traffic().clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** Does its work for a request that came by another way than its own port, past its script and its traffic. */
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
