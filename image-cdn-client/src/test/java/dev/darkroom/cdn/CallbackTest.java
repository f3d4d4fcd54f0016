package dev.darkroom.cdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.RetryPolicy;
import dev.darkroom.spi.delivery.Timeouts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class CallbackTest {
    private static final String SECRET = "s3cret-é";
    private static final Bytes BODY = Bytes.wrap("{\"a\":\"ü\"}".getBytes(StandardCharsets.UTF_8));

    private final VirtualTime time = new VirtualTime();

    private Callback.Builder at(ScriptedHttpServer server) {
        return Callback.builder(server.url()).retry(RetryPolicy.standard().with(time, new Random(3)));
    }

    @Test
    void theBodyIsPostedOnceWithItsKey() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(202))) {
            at(server).build().send(BODY, "task-1");
            ScriptedHttpServer.Request request = server.requests().get(0);
            assertThat(server.requests()).hasSize(1);
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.body()).isEqualTo(BODY.toArray());
            assertThat(request.headers())
                    .containsEntry("content-type", "application/json")
                    .containsEntry("idempotency-key", "task-1")
                    .doesNotContainKey("x-darkroom-signature");
        }
    }

    @Test
    void everyAttemptIsSignedAnewUnderTheSameKey() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(
                ScriptedHttpServer.status(503, "Retry-After: 5"),
                ScriptedHttpServer.reset(),
                ScriptedHttpServer.status(200))) {
            at(server).secret(SECRET).build().send(BODY, "task-1");
            List<ScriptedHttpServer.Request> requests = server.requests();
            assertThat(requests).hasSize(3);
            long start = VirtualTime.START.getEpochSecond();
            for (ScriptedHttpServer.Request request : requests) {
                assertThat(request.headers()).containsEntry("idempotency-key", "task-1");
                String signature = request.headers().get("x-darkroom-signature");
                String t = signature.substring(2, signature.indexOf(','));
                assertThat(signature).isEqualTo("t=" + t + ",v1=" + hmac(SECRET, t + "." + request.text()));
                assertThat(Long.parseLong(t)).isBetween(start, start + 15);
            }
            assertThat(requests.get(0).headers().get("x-darkroom-signature")).startsWith("t=" + start + ",");
            assertThat(requests.get(1).headers().get("x-darkroom-signature")).startsWith("t=" + (start + 5) + ",");
        }
    }

    @Test
    void lastingTroubleIsGivenUpWithinFifteenSeconds() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(500))) {
            ImageException e = catchThrowableOfType(
                    ImageException.class,
                    () -> at(server).secret(SECRET).build().send(BODY, "k"));
            assertThat(e.failure()).isEqualTo(new Failure.Unavailable("callback", "500", true));
            assertThat(time.slept()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(15));
            assertThat(server.requests().size()).isGreaterThan(3);
        }
    }

    @Test
    void refusalsAreNotRepeated() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(404))) {
            assertThatThrownBy(() -> at(server).build().send(BODY, "k")).hasMessage("404");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        try (ScriptedHttpServer server =
                new ScriptedHttpServer(ScriptedHttpServer.status(307, "Location: /elsewhere"))) {
            assertThatThrownBy(() -> at(server).build().send(BODY, "k")).hasMessage("307");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void oneAttemptIsOneAttempt() throws Exception {
        try (ScriptedHttpServer server =
                new ScriptedHttpServer(ScriptedHttpServer.status(500), ScriptedHttpServer.status(200))) {
            Callback callback = at(server).build();
            assertThatThrownBy(() -> callback.sendOnce(BODY, "k", Duration.ofSeconds(20)))
                    .hasMessage("500");
            callback.sendOnce(BODY, "k", Duration.ofSeconds(20));
            assertThat(server.requests()).hasSize(2);
            assertThat(time.slept()).isZero();
        }
    }

    @Test
    void oneAttemptAtAHangingReceiverEnds() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.hang(time))) {
            Callback callback = at(server).build();
            assertThatThrownBy(() -> callback.sendOnce(BODY, "k", Duration.ofMillis(250)))
                    .hasMessage("no answer within 250 ms");
            assertThat(server.requests()).hasSize(1);
            server.awaitClientsGone();
        }
    }

    @Test
    void aCancelledDeadlineEndsTheSending() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.hang())) {
            Deadline deadline = Deadline.after(Duration.ofHours(1));
            Timeouts forever = new Timeouts(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));
            Thread canceller = new Thread(() -> {
                try {
                    server.awaitRequests(1);
                    deadline.cancel();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            canceller.start();
            assertThatThrownBy(() -> at(server).build().send(BODY, "k", forever, deadline))
                    .hasMessage("the job was cancelled");
            canceller.join();
            server.awaitClientsGone();
        }
    }

    @Test
    void aTalkativeReceiverIsCutOffAndHasTakenIt() throws Exception {
        try (ScriptedHttpServer server =
                new ScriptedHttpServer(ScriptedHttpServer.answer(200, "thanks ".repeat(1_000_000)))) {
            at(server).build().send(BODY, "k");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void theStatusTakesItWhateverBecomesOfTheBody() throws Exception {
        ScriptedHttpServer.Reaction broken = (request, socket, out) ->
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{".getBytes("US-ASCII"));
        ScriptedHttpServer.Reaction stalled = (request, socket, out) -> {
            broken.react(request, socket, out);
            out.flush();
            socket.getInputStream().read();
        };
        try (ScriptedHttpServer server = new ScriptedHttpServer(broken, stalled)) {
            Callback callback = at(server).build();
            callback.send(BODY, "k");
            callback.sendOnce(BODY, "k", Duration.ofSeconds(20));
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void withoutAStatusItWasNotTaken() throws Exception {
        ScriptedHttpServer.Reaction half = (request, socket, out) -> out.write("HTTP/1.1 2".getBytes("US-ASCII"));
        try (ScriptedHttpServer server =
                new ScriptedHttpServer(half, ScriptedHttpServer.reset(), ScriptedHttpServer.status(200))) {
            at(server).build().send(BODY, "k");
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void aKeyThatNoHeaderCarriesIsHashed() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(200))) {
            Callback callback = at(server).build();
            for (String key : new String[] {"", "täsk", "a\r\nX-Injected: 1", "a b"}) {
                callback.send(BODY, key);
            }
            assertThat(server.requests()).allSatisfy(request -> {
                assertThat(request.headers().get("idempotency-key")).matches("[0-9a-f]{64}");
                assertThat(request.headers()).doesNotContainKey("x-injected");
            });
            assertThat(server.requests().stream()
                            .map(r -> r.headers().get("idempotency-key"))
                            .distinct())
                    .hasSize(4);
        }
    }

    @Test
    void secretsAreNotShown() {
        Callback callback = Callback.builder(URI.create("http://127.0.0.1:1/hook?token=" + SECRET.replace("é", "e")))
                .secret(SECRET)
                .retry(RetryPolicy.standard().with(time, new Random(3)))
                .build();
        assertThat(callback).hasToString("callback to http://127.0.0.1:1");
        assertThat(new CallbackNotifier(callback).toString()).doesNotContain("s3cret");
        assertThatThrownBy(() -> callback.send(BODY, "k"))
                .hasMessage("could not be reached")
                .satisfies(e -> assertThat(String.valueOf(e.getCause())).doesNotContain("s3cret"));
        assertThatThrownBy(() -> Callback.builder(URI.create("mailto:s3cret@x")))
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> Callback.builder(URI.create("http://x")).secret(""))
                .hasMessageContaining("empty");
    }

    /** HMAC written out after RFC 2104, so that the test does not compare the code with itself. */
    private static String hmac(String secret, String text) throws Exception {
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        byte[] inner = new byte[64];
        byte[] outer = new byte[64];
        for (int i = 0; i < 64; i++) {
            int k = i < key.length ? key[i] : 0;
            inner[i] = (byte) (k ^ 0x36);
            outer[i] = (byte) (k ^ 0x5C);
        }
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(inner);
        byte[] first = sha.digest(text.getBytes(StandardCharsets.UTF_8));
        sha.update(outer);
        return HexFormat.of().formatHex(sha.digest(first));
    }
}
