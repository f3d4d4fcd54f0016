package dev.darkroom.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.world.http.Fault;
import dev.darkroom.world.http.LinkSpeed;
import dev.darkroom.world.http.RequestMatcher;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrchestratorTest {
    private static final String BODY = "{\"task_id\":\"t\",\"status\":\"success\",\"ref_data\":{\"size\":5}}";
    private final HttpClient http = HttpClient.newHttpClient();
    private Orchestrator orchestrator;

    @BeforeEach
    void open() throws Exception {
        orchestrator = new Orchestrator(LinkSpeed.INSTANT);
    }

    @AfterEach
    void close() throws Exception {
        orchestrator.close();
    }

    @Test
    void callbackIsKeptAsSentAndParsed() throws Exception {
        assertThat(post(BODY, "")).isEqualTo(200);

        ReceivedCallback callback = orchestrator.awaitCallback(Duration.ofMinutes(5));
        assertThat(callback.raw()).isEqualTo(BODY);
        assertThat(callback.status()).isEqualTo("success");
        assertThat(callback.object("ref_data")).containsEntry("size", 5L);
        assertThat(callback.idempotencyKey()).isEqualTo("key-1");
    }

    @Test
    void onlyTheRightSignatureIsTaken() throws Exception {
        orchestrator.requireSignature("s3cret");
        long now = Instant.now().getEpochSecond();

        assertThat(post(BODY, "")).isEqualTo(401);
        assertThat(post(BODY, signature("wrong", now, BODY))).isEqualTo(401);
        assertThat(post(BODY, signature("s3cret", now - 900, BODY))).isEqualTo(401);
        assertThat(post(BODY, signature("s3cret", now, BODY + " "))).isEqualTo(401);
        assertThat(orchestrator.taken()).isEmpty();
        assertThat(post(BODY, signature("s3cret", now, BODY))).isEqualTo(200);
        assertThat(orchestrator.attempts()).hasSize(5);
    }

    @Test
    void knownSignatureIsTheOneComputed() {
        // echo -n '1700000000.{}' | openssl dgst -sha256 -hmac key
        String known = "t=1700000000,v1=9d713ed406bb7076d4123f0dc2c39d2df5c654ed4b0cd56b52c8b4c940bd63ae";

        assertThat(SignatureVerifier.complaint(known, "key", "{}", Instant.ofEpochSecond(1_700_000_000)))
                .isEmpty();
    }

    @Test
    void faultsComeAndGoAsScripted() throws Exception {
        orchestrator
                .script()
                .fail(RequestMatcher.any(), 1, Fault.status(500))
                .fail(RequestMatcher.any(), 1, Fault.LOST_ANSWER);

        assertThat(post(BODY, "")).isEqualTo(500);
        assertThat(orchestrator.taken()).isEmpty();
        assertThatThrownBy(() -> post(BODY, "")).isInstanceOf(IOException.class);
        assertThat(orchestrator.taken()).hasSize(1);
        assertThat(post(BODY, "")).isEqualTo(200);
        assertThat(orchestrator.taken()).hasSize(2);
    }

    @Test
    void callbackThatDoesNotComeIsSaid() {
        assertThatThrownBy(() -> orchestrator.awaitCallback(Duration.ofMillis(20)))
                .hasMessageContaining("no callback");
    }

    private static String signature(String secret, long time, String body) {
        byte[] mac = SigV4.hmac(secret.getBytes(StandardCharsets.UTF_8), time + "." + body);
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac);
    }

    private int post(String body, String signature) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(orchestrator.url())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "key-1")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!signature.isEmpty()) {
            request.header("X-Darkroom-Signature", signature);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
