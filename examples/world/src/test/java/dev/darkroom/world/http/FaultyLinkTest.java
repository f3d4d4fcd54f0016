package dev.darkroom.world.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.world.Bucket;
import dev.darkroom.world.Credentials;
import dev.darkroom.world.LocalServices;
import dev.darkroom.world.S3Server;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultyLinkTest {
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final byte[] PHOTO = new byte[300_000];
    private static S3Server s3;
    private LocalServices world;
    private Bucket linked;

    @BeforeAll
    static void start() throws Exception {
        s3 = S3Server.start();
    }

    @AfterAll
    static void stop() throws Exception {
        s3.close();
    }

    @BeforeEach
    void open() throws Exception {
        world = LocalServices.on(s3);
        world.staging().put("p.jpg", PHOTO, "image/jpeg");
        linked = new Bucket(
                world.link().url(), Credentials.LOCAL, world.staging().name());
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void signedRequestsPassUnharmed() {
        linked.put("a/ü.jpg", PHOTO, "image/jpeg", Map.of("x-amz-meta-n", "1"));

        assertThat(linked.get("a/ü.jpg").orElseThrow().bytes()).isEqualTo(PHOTO);
        assertThat(linked.head("a/ü.jpg").orElseThrow().metadata("n")).hasValue("1");
        assertThat(linked.keys()).containsExactlyInAnyOrder("a/ü.jpg", "p.jpg");
        assertThat(world.link().traffic().requests(RequestMatcher.exactly("PUT", linked.path("a/ü.jpg"))))
                .hasSize(1);
    }

    @Test
    void aRequestThatBreaksOffHalfwayNeverReachesTheServer() {
        world.link().script().breakOff(RequestMatcher.method("PUT"), 1);

        assertThatThrownBy(() -> linked.put("half.jpg", PHOTO, "image/jpeg")).hasRootCauseInstanceOf(IOException.class);
        assertThat(world.staging().get("half.jpg")).isEmpty();
        linked.put("half.jpg", PHOTO, "image/jpeg");
        assertThat(world.staging().get("half.jpg").orElseThrow().bytes()).isEqualTo(PHOTO);
    }

    @Test
    void wrongSecretIsRefusedThroughTheLinkToo() {
        Bucket wrong = new Bucket(
                world.link().url(),
                new Credentials("local-identity", "no"),
                world.staging().name());

        assertThat(wrong.put("k", PHOTO, "image/jpeg", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void scriptedStatusComesAsOftenAsScripted() {
        world.link().script().fail(RequestMatcher.method("PUT"), 2, Fault.status(503));

        assertThat(linked.put("k", PHOTO, "image/jpeg", Map.of()).statusCode()).isEqualTo(503);
        assertThat(linked.put("k", PHOTO, "image/jpeg", Map.of()).statusCode()).isEqualTo(503);
        assertThat(world.staging().get("k")).isEmpty();
        assertThat(linked.put("k", PHOTO, "image/jpeg", Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void resetHappensBeforeTheWorkAndALostAnswerAfterIt() {
        world.link()
                .script()
                .failAlways(RequestMatcher.exactly("PUT", linked.path("before")), Fault.RESET)
                .failAlways(RequestMatcher.exactly("PUT", linked.path("after")), Fault.LOST_ANSWER);

        assertThatThrownBy(() -> linked.put("before", PHOTO, "image/jpeg")).hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> linked.put("after", PHOTO, "image/jpeg")).hasCauseInstanceOf(IOException.class);

        assertThat(world.staging().get("before")).isEmpty();
        assertThat(world.staging().get("after")).isPresent();
    }

    @Test
    void cutBodyIsShorterThanItsLengthSays() {
        world.link().script().fail(RequestMatcher.method("GET"), 1, Fault.CUT);

        assertThatThrownBy(() -> linked.get("p.jpg")).hasCauseInstanceOf(IOException.class);
        assertThat(linked.get("p.jpg").orElseThrow().bytes()).hasSize(PHOTO.length);
    }

    @Test
    void hangAndStallAnswerNothingMore() {
        world.link()
                .script()
                .fail(RequestMatcher.method("HEAD"), 1, Fault.HANG)
                .fail(RequestMatcher.method("GET"), 1, Fault.STALL);
        Bucket impatient = linked.within(Duration.ofMillis(300));

        assertThatThrownBy(() -> impatient.head("p.jpg")).hasCauseInstanceOf(HttpTimeoutException.class);
        assertThatThrownBy(() -> impatient.get("p.jpg")).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void requestDroppedAtAGateNeverReachesTheServer() throws Exception {
        HeldRequest gate = world.link().script().holdBefore(RequestMatcher.method("PUT"), 2);
        linked.put("first", PHOTO, "image/jpeg");
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> linked.put("second", PHOTO, "image/jpeg"));

        assertThat(gate.awaitReached(SOON).path()).endsWith("/second");
        gate.drop();

        assertThatThrownBy(second::join).hasRootCauseInstanceOf(IOException.class);
        assertThat(world.staging().keys()).containsExactlyInAnyOrder("p.jpg", "first");
    }

    @Test
    void gateAfterTheWorkHoldsTheAnswerOnly() throws Exception {
        HeldRequest gate = world.link().script().holdAfter(RequestMatcher.method("PUT"), 1);
        CompletableFuture<Void> put = CompletableFuture.runAsync(() -> linked.put("k", PHOTO, "image/jpeg"));

        gate.awaitReached(SOON);
        assertThat(world.staging().get("k")).isPresent();
        assertThat(put).isNotDone();
        gate.open();

        put.join();
    }

    @Test
    void chunkSignedBodiesAreRefusedAsR2RefusesThem() {
        Map<String, String> streaming = Map.of("content-encoding", "aws-chunked");

        assertThat(linked.put("k", PHOTO, "image/jpeg", streaming).statusCode()).isEqualTo(501);
    }

    @Test
    void bandwidthIsAtMostWhatThePaceSays() throws Exception {
        try (FaultyLink slow = new FaultyLink(s3.endpoint(), LinkSpeed.of(10, 12))) {
            Bucket far =
                    new Bucket(slow.url(), Credentials.LOCAL, world.staging().name());

            assertThat(far.get("p.jpg").orElseThrow().bytes()).hasSize(PHOTO.length);

            Duration atLeast = Duration.ofMillis(PHOTO.length * 8L / 12_000);
            assertThat(slow.traffic().awaitExchange(1, SOON).took()).isGreaterThanOrEqualTo(atLeast);
        }
    }
}
