package dev.darkroom.cdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Rendition;
import dev.darkroom.json.Json;
import dev.darkroom.spi.delivery.Delivery;
import dev.darkroom.spi.delivery.RetryPolicy;
import dev.darkroom.spi.delivery.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class CdnPublisherTest {
    private static final Rendition THUMB = CdnFixtures.rendition("thumb", 1000);

    /** An address at which nothing listens: only root may open this port. */
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    private final VirtualTime time = new VirtualTime();

    private CdnPublisher.Builder at(ScriptedHttpServer server) {
        return CdnPublisher.builder(server.url()).retry(RetryPolicy.standard().with(time, new Random(3)));
    }

    private static ImageException failureOf(CdnPublisher cdn, Delivery delivery) {
        ImageException e = catchThrowableOfType(ImageException.class, () -> cdn.publish(delivery));
        assertThat(e).as("publishing fails").isNotNull();
        assertThat(e.getMessage()).doesNotContain("own words").doesNotContain("127.0.0.1");
        return e;
    }

    @Test
    void theRequestIsExactlyAsSpecified() throws Exception {
        Rendition medium = CdnFixtures.rendition("medium", 200_001);
        ScriptedHttpServer.Reaction both = (request, socket, out) ->
                ScriptedHttpServer.write(out, 201, CdnFixtures.registered(request.id(), "thumb", "medium"));
        try (ScriptedHttpServer server = new ScriptedHttpServer(both)) {
            Publication done = at(server).build().publish(CdnFixtures.delivery(THUMB, medium));

            ScriptedHttpServer.Request request = server.requests().get(0);
            assertThat(request.method() + " " + request.path()).matches("POST /asset/[0-9A-Z]{8}[0-9A-F]{16}");
            assertThat(request.headers())
                    .containsEntry("content-type", "application/json")
                    .containsEntry("content-length", Integer.toString(request.body().length))
                    .doesNotContainKey("transfer-encoding");
            assertThat(request.text())
                    .isEqualTo("{\"variants\":[{\"name\":\"thumb\",\"data\":\"" + base64(THUMB)
                            + "\",\"content_type\":\"image/jpeg\",\"size\":1000},{\"name\":\"medium\",\"data\":\""
                            + base64(medium)
                            + "\",\"content_type\":\"image/jpeg\",\"size\":200001}],\"original_filename\":\"sun \\\"set\\\" é.jpg\","
                            + "\"original_content_type\":\"image/jpeg\",\"ipfs_cid\":\"bafy123\"}");
            Map<String, ?> parsed = Json.object(Bytes.wrap(request.body()), 1 << 20, 8);
            assertThat((List<?>) parsed.get("variants")).hasSize(2);

            String id = request.id();
            assertThat(done.publisher()).isEqualTo("cdn");
            assertThat(done.references())
                    .isEqualTo(Map.of(
                            "thumb", "https://cdn.example/asset/" + id + "?size=thumb",
                            "medium", "https://cdn.example/asset/" + id + "?size=medium"));
            assertThat(done.properties())
                    .isEqualTo(Map.of("assetId", id, "cdnUrl", "https://cdn.example/asset/" + id, "attempts", "1"));
        }
    }

    @Test
    void withoutAttributesTheSourceSpeaksForItselfAndNoCidIsSent() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(CdnFixtures.registers())) {
            at(server).build().publish(CdnFixtures.delivery(Map.of(), Deadline.after(Duration.ofHours(1)), THUMB));
            assertThat(server.requests().get(0).text())
                    .endsWith("],\"original_filename\":\"job-1.jpg\",\"original_content_type\":\"image/jpeg\"}");
        }
    }

    @Test
    void aDeclaredContentTypeIsPassedOn() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(CdnFixtures.registers())) {
            Map<String, String> attributes = Map.of(CdnPublisher.ORIGINAL_CONTENT_TYPE, "image/png");
            at(server).build().publish(CdnFixtures.delivery(attributes, Deadline.after(Duration.ofHours(1)), THUMB));
            assertThat(server.requests().get(0).text()).endsWith("\"original_content_type\":\"image/png\"}");
        }
    }

    @Test
    void aTakenIdIsReplacedByAnother() throws Exception {
        try (ScriptedHttpServer server =
                new ScriptedHttpServer(ScriptedHttpServer.status(409), CdnFixtures.registers())) {
            Publication done = at(server).build().publish(CdnFixtures.delivery(THUMB));
            assertThat(server.requests()).extracting("method").containsExactly("POST", "POST");
            String first = server.requests().get(0).id();
            String second = server.requests().get(1).id();
            assertThat(second).isNotEqualTo(first);
            assertThat(done.properties()).containsEntry("assetId", second).containsEntry("attempts", "2");
            assertThat(time.slept()).isZero();
        }
    }

    @Test
    void aCdnThatFindsEveryIdTakenIsGivenUp() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(409))) {
            ImageException e = failureOf(at(server).build(), CdnFixtures.delivery(THUMB));
            assertThat(e).hasMessage("409");
            assertThat(e.leftBehind()).isEmpty();
            assertThat(server.requests()).hasSize(5);
            assertThat(server.requests().stream().map(ScriptedHttpServer.Request::id))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void passingTroubleIsWaitedOutWithTheSameId() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(
                ScriptedHttpServer.status(500), ScriptedHttpServer.status(500), CdnFixtures.registers())) {
            Publication done = at(server).build().publish(CdnFixtures.delivery(THUMB));
            assertThat(server.requests())
                    .extracting(ScriptedHttpServer.Request::id)
                    .hasSize(3)
                    .containsOnly(done.properties().get("assetId"));
            assertThat(server.requests().get(2).body())
                    .isEqualTo(server.requests().get(0).body());
            assertThat(done.properties()).containsEntry("attempts", "3");
            assertThat(time.slept()).isPositive();
        }
    }

    @Test
    void lastingTroubleIsTheBareStatusWithinTheStepsTime() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(500))) {
            ImageException e = failureOf(at(server).build(), CdnFixtures.delivery(THUMB));
            assertThat(e.failure()).isEqualTo(new Failure.Unavailable("cdn", "500", true));
            assertThat(e.leftBehind())
                    .containsExactly("cdn asset " + server.requests().get(0).id());
            assertThat(time.slept()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(40));
            assertThat(server.requests().size()).isGreaterThan(5);
        }
    }

    @Test
    void retryAfterIsHonoured() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(
                ScriptedHttpServer.status(429, "Retry-After: 11"),
                ScriptedHttpServer.status(503, "Retry-After: Sun, 01 Mar 2026 12:00:30 GMT"),
                CdnFixtures.registers())) {
            at(server).build().publish(CdnFixtures.delivery(THUMB));
            assertThat(time.slept()).isEqualTo(Duration.ofSeconds(30));
        }
    }

    @Test
    void retryAfterBeyondTheStepIsAFailureAtOnce() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.status(503, "Retry-After: 3600"))) {
            assertThat(failureOf(at(server).build(), CdnFixtures.delivery(THUMB)))
                    .hasMessage("503");
            assertThat(server.requests()).hasSize(1);
            assertThat(time.slept()).isZero();
        }
    }

    @Test
    void refusalsAndRedirectsAreNeitherRepeatedNorFollowed() throws Exception {
        for (int status : new int[] {302, 400, 401, 404, 413, 422}) {
            try (ScriptedHttpServer server = new ScriptedHttpServer(
                    ScriptedHttpServer.status(status, "Location: /elsewhere", "Set-Cookie: a=b"))) {
                ImageException e = failureOf(at(server).build(), CdnFixtures.delivery(THUMB));
                assertThat(e.failure()).isEqualTo(new Failure.Unavailable("cdn", Integer.toString(status), false));
                assertThat(e.leftBehind()).isEmpty();
                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    @Test
    void anUnreachableCdnIsSaidToBe() throws Exception {
        CdnPublisher cdn = CdnPublisher.builder(NOWHERE)
                .retry(RetryPolicy.standard().with(time, new Random(3)))
                .build();
        ImageException e = failureOf(cdn, CdnFixtures.delivery(THUMB));
        assertThat(e.failure()).isEqualTo(new Failure.Unavailable("cdn", "could not be reached", true));
        assertThat(e.leftBehind()).isEmpty();
        assertThat(time.slept()).isPositive();
    }

    @Test
    void aHangingCdnIsLeft() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.hang(time))) {
            ImageException e = failureOf(at(server).build(), CdnFixtures.delivery(THUMB));
            assertThat(e.getMessage()).matches("no answer within \\d+ ms");
            assertThat(e.leftBehind()).hasSize(1);
            server.awaitClientsGone();
        }
    }

    @Test
    void aCancelledJobLeavesAHangingCdn() throws Exception {
        try (ScriptedHttpServer server = new ScriptedHttpServer(ScriptedHttpServer.hang())) {
            Deadline deadline = Deadline.after(Duration.ofHours(1));
            Thread canceller = new Thread(() -> {
                try {
                    server.awaitRequests(1);
                    deadline.cancel();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            canceller.start();
            Timeouts forever = new Timeouts(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));
            ImageException e = failureOf(
                    at(server).timeouts(forever).build(),
                    CdnFixtures.delivery(CdnFixtures.ATTRIBUTES, deadline, THUMB));
            assertThat(e.failure()).isInstanceOf(Failure.Stopped.class);
            assertThat(e.leftBehind()).hasSize(1);
            server.awaitClientsGone();
            canceller.join();
        }
    }

    @Test
    void assetIdsAreTheTimeAndEightRandomBytes() {
        AssetIds ids = new AssetIds(time);
        String id = ids.get();
        long millis = Long.parseLong(id.substring(0, id.length() - 16), 36);
        assertThat(millis).isEqualTo(VirtualTime.START.toEpochMilli());
        assertThat(id).isUpperCase().matches("[0-9A-Z]+").isNotEqualTo(ids.get());
    }

    @Test
    void addressesAreCheckedAndNotShown() {
        CdnPublisher cdn = CdnPublisher.builder(URI.create("https://cdn.example:8443/token-s3cret/"))
                .build();
        assertThat(cdn).hasToString("cdn at https://cdn.example:8443");
        for (String wrong :
                new String[] {"ftp://cdn.example", "cdn.example", "https:///x", "https://cdn.example/?k=s3cret"}) {
            IllegalArgumentException e =
                    catchThrowableOfType(IllegalArgumentException.class, () -> CdnPublisher.builder(URI.create(wrong)));
            assertThat(e).as(wrong).hasMessageContaining("the CDN's API URL").hasMessageNotContaining("s3cret");
        }
    }

    private static String base64(Rendition rendition) {
        return Base64.getEncoder().encodeToString(rendition.bytes().toArray());
    }
}
