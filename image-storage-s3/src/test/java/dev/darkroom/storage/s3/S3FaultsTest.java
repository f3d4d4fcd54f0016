package dev.darkroom.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.PutResult;
import dev.darkroom.spi.delivery.RetryPolicy;
import dev.darkroom.spi.delivery.StoredObject;
import dev.darkroom.spi.delivery.Timeouts;
import dev.darkroom.storage.s3.ScriptedS3Server.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults of a service and of the network. */
class S3FaultsTest {
    /** An address at which nothing listens: only root may open this port. */
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    private static final String ETAG = "ETag: \"v1\"";

    private final VirtualTime time = new VirtualTime();
    private ScriptedS3Server server;
    private S3Store store;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedS3Server();
        store = store(server.endpoint(), Timeouts.standard());
    }

    private S3Store store(URI endpoint, Timeouts timeouts) {
        return S3Store.r2("account", "AKIDEXAMPLE", "the-secret", "bucket")
                .endpoint(endpoint)
                .timeouts(timeouts)
                .retry(RetryPolicy.standard().with(time, new Random(7)))
                .open();
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        server.close();
    }

    private static Bytes text(String content) {
        return Bytes.wrap(content.getBytes(StandardCharsets.UTF_8));
    }

    private String got() throws ImageException {
        StoredObject object = store.get("key", 100).orElseThrow();
        assertThat(object.head().length()).isEqualTo(object.content().length());
        return new String(object.content().toArray(), StandardCharsets.UTF_8);
    }

    private void fails(ThrowingCallable call, String message, boolean retryable) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ImageException.class, e -> {
            assertThat(e).hasMessage(message);
            assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class);
            assertThat(e.failure().retryable()).isEqualTo(retryable);
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain("the-secret", "AKIDEXAMPLE", "private prose");
            }
        });
    }

    private Request request(int index) {
        return server.requests().get(index);
    }

    @Test
    void aTruncatedBodyIsContinuedByRange() throws ImageException {
        server.thenBroken(ETAG, 10, "0123").then(206, ETAG + "\r\nContent-Range: bytes 4-9/10", "456789");
        assertThat(got()).isEqualTo("0123456789");
        assertThat(request(0).headers()).doesNotContainKeys("range", "if-match");
        assertThat(request(1).headers()).containsEntry("range", "bytes=4-").containsEntry("if-match", "\"v1\"");
    }

    @Test
    void aServerWithoutRangesIsReadAnew() throws ImageException {
        server.thenBroken(ETAG, 10, "0123").then(200, ETAG, "0123456789");
        assertThat(got()).isEqualTo("0123456789");
    }

    @Test
    void anObjectOverwrittenBetweenItsPartsIsReadAnew() throws ImageException {
        server.thenBroken(ETAG, 10, "0123").then(412, "", "").then(200, "ETag: \"v2\"", "abcdefgh");
        assertThat(got()).isEqualTo("abcdefgh");
        assertThat(request(2).headers()).doesNotContainKeys("range", "if-match");
    }

    @Test
    void aPartOfAnotherContentIsNeverJoined() throws ImageException {
        server.thenBroken(ETAG, 10, "0123")
                .then(206, "ETag: \"v2\"\r\nContent-Range: bytes 4-9/10", "efghij")
                .then(200, "ETag: \"v2\"", "abcdefghij");
        assertThat(got()).isEqualTo("abcdefghij");
    }

    @Test
    void aPartThatWasNotAskedForIsNeverJoined() throws ImageException {
        server.thenBroken(ETAG, 10, "0123")
                .then(206, ETAG + "\r\nContent-Range: bytes 5-9/10", "56789")
                .then(200, ETAG, "0123456789");
        assertThat(got()).isEqualTo("0123456789");
    }

    @Test
    void anErrorWithoutEndIsNotReadIntoMemory() {
        server.thenEndless(403).thenEndless(403).thenEndless(403).thenEndless(200);
        fails(() -> store.get("key", 100), "the object store answered 403 to a read", false);
        fails(() -> store.put("key", text("a"), PutOptions.plain()), "the object store answered 403 to a write", false);
        fails(() -> store.delete("key"), "the object store answered 403 to a deletion", false);
        assertThatThrownBy(() -> store.copy("key", "other", PutOptions.plain())).isInstanceOf(ImageException.class);
        assertThat(server.endless()).isLessThan(64L << 20);
    }

    @Test
    void aWriteThatIsAnsweredAsNoS3ServiceDoesIsTriedAgain() throws ImageException {
        server.then(200, "", "<html>welcome").then(200, ETAG, "");
        assertThat(store.put("key", text("a"), PutOptions.plain())).isEqualTo(new PutResult.Stored("v1"));
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aReadThatIsAnsweredAsNoS3ServiceDoesIsTriedAgain() throws ImageException {
        server.then(200, "", "<html>welcome").then(200, ETAG, "content");
        assertThat(got()).isEqualTo("content");
        server.then(out -> out.write(headOnly("Content-Type: text/html", 13)))
                .then(out -> out.write(headOnly(ETAG, 7)));
        assertThat(store.head("key").orElseThrow().etag()).isEqualTo("v1");
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void aDeletionThatIsAnsweredAsNoS3ServiceDoesIsTriedAgain() throws ImageException {
        server.then(200, "", "<html>welcome").then(204, "", "");
        store.delete("key");
        server.then(200, "", "");
        store.delete("key");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aBodyThatAlwaysBreaksOffFailsAfterThreeTries() {
        for (int i = 0; i < 5; i++) {
            server.thenBroken(ETAG, 10, "");
        }
        fails(() -> store.get("key", 100), "the object store's answer to a read was incomplete", true);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aLengthOverTheLimitIsRefusedBeforeTheBody() {
        server.thenStall(ETAG, 1_000_000_000, "");
        assertThatThrownBy(() -> store.get("key", 100))
                .isInstanceOfSatisfying(
                        ImageException.class,
                        e -> assertThat(e.failure())
                                .isEqualTo(new Failure.OverLimit(
                                        Failure.OverLimit.Kind.BYTES,
                                        1_000_000_000,
                                        100,
                                        "file size limit in bytes: 1000000000 > 100")));
    }

    @Test
    void aBodyWithoutLengthIsReadUpToTheLimit() throws ImageException {
        Consumer<String> chunked =
                body -> server.then(out -> out.write(("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
                                + "Connection: close\r\n" + ETAG + "\r\n\r\n" + Integer.toHexString(body.length())
                                + "\r\n" + body
                                + "\r\n0\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        chunked.accept("x".repeat(100));
        assertThat(got()).hasSize(100);
        chunked.accept("x".repeat(101));
        assertThatThrownBy(() -> store.get("key", 100)).hasMessage("file size limit in bytes: 101 > 100");
    }

    @Test
    void passing503sAreTriedAgain() throws ImageException {
        server.then(503, "", "<Error><Message>private prose</Message></Error>")
                .then(503, "", "")
                .then(200, ETAG, "content");
        assertThat(got()).isEqualTo("content");
        server.then(500, "", "").then(429, "", "").then(408, "", "").then(200, ETAG, "");
        assertThat(store.put("key", text("x"), PutOptions.plain()).isStored()).isTrue();
        assertThat(server.requests()).hasSize(7);
    }

    @Test
    void lasting503sFailWithinTheStep() {
        for (int i = 0; i < 1000; i++) {
            server.then(503, "", "<Error><Code>SlowDown</Code><Message>private prose</Message></Error>");
        }
        fails(() -> store.get("key", 100), "the object store answered 503 to a read", true);
        assertThat(server.requests().size()).isBetween(5, 999);
        assertThat(time.slept()).isLessThanOrEqualTo(Timeouts.standard().total());
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        String denied = "<Error><Code>AccessDenied</Code><Message>private prose</Message></Error>";
        server.then(403, "", denied)
                .then(403, "", denied)
                .then(401, "", denied)
                .then(400, "", "")
                .then(501, "", "");
        fails(() -> store.get("key", 100), "the object store answered 403 to a read", false);
        fails(() -> store.put("key", text("x"), PutOptions.plain()), "the object store answered 403 to a write", false);
        fails(() -> store.put("key", text("x"), PutOptions.plain()), "the object store answered 401 to a write", false);
        fails(() -> store.copy("key", "to", PutOptions.plain()), "the object store answered 400 to a copy", false);
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void retryAfterIsHonoured() throws ImageException {
        server.then(503, "Retry-After: 17", "").then(200, ETAG, "content");
        assertThat(got()).isEqualTo("content");
        assertThat(time.slept()).isBetween(Duration.ofSeconds(17), Duration.ofSeconds(18));
    }

    @Test
    void aRetryAfterBeyondTheStepFailsAtOnce() {
        server.then(503, "Retry-After: 600", "").then(200, ETAG, "content");
        fails(() -> store.get("key", 100), "the object store answered 503 to a read", true);
        assertThat(time.slept()).isZero();
    }

    @Test
    void aHangEndsWithinTheAttemptTimeout() {
        Timeouts brief = new Timeouts(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMillis(700));
        try (S3Store impatient = S3Store.r2("account", "AKIDEXAMPLE", "the-secret", "bucket")
                .endpoint(server.endpoint())
                .timeouts(brief)
                .open()) {
            alwaysHang();
            fails(() -> impatient.get("key", 100), "the object store gave no answer to a read", true);
            fails(
                    () -> impatient.put("key", text("x"), PutOptions.plain()),
                    "the object store gave no answer to a write",
                    true);
        }
    }

    /** Adds more hanging replies than the timeouts allow attempts, although some attempts may end before the server accepts them. */
    private void alwaysHang() {
        for (int i = 0; i < 100; i++) {
            server.thenHang();
        }
    }

    @Test
    void aBodyThatStallsEndsWithinTheAttemptTimeout() {
        Timeouts brief = new Timeouts(Duration.ofMinutes(1), Duration.ofMillis(300), Duration.ofSeconds(2));
        try (S3Store impatient = store(server.endpoint(), brief)) {
            for (int i = 0; i < 100; i++) {
                server.thenStall(ETAG, 10, "01");
            }
            assertThatThrownBy(() -> impatient.get("key", 100)).isInstanceOf(ImageException.class);
        }
    }

    /** The attempt gets only the remaining time of the request, not the whole attempt timeout, which would take too long in a test. */
    @Test
    @Timeout(600)
    void aBodyThatStallsEndsWithItsStep() {
        Timeouts step = new Timeouts(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofMillis(400));
        try (S3Store impatient = store(server.endpoint(), step)) {
            server.thenStall(ETAG, 10, "01").thenStall(ETAG, 10, "01").thenStall(ETAG, 10, "01");
            assertThatThrownBy(() -> impatient.get("key", 100)).isInstanceOf(ImageException.class);
        }
    }

    @Test
    void aClosedPortIsTriedAgainAndThenUnavailable() {
        try (S3Store nowhere = store(NOWHERE, Timeouts.standard())) {
            fails(() -> nowhere.head("key"), "the object store gave no answer to a read", true);
        }
        assertThat(time.slept()).isPositive();
    }

    @Test
    void aConflictBesideAnotherConditionalWriteIsTriedAgain() throws ImageException {
        String conflict = "<Error><Code>ConditionalRequestConflict</Code></Error>";
        server.then(409, "", conflict).then(412, "", "");
        PutResult result = store.put("key", text("x"), PutOptions.plain().ifAbsent());
        assertThat(result).isInstanceOf(PutResult.Refused.class);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aRefusalAfterALostAnswerIsSuccessWhenTheObjectIsOurs() throws ImageException {
        String head = ETAG + "\r\nContent-Type: image/png\r\nx-amz-meta-a: b";
        server.thenNothing()
                .then(412, "", "")
                .then(out -> out.write(headOnly(head, 4)))
                .then(200, head, "ours");
        PutOptions options =
                PutOptions.contentType("image/png").metadata("a", "b").ifAbsent();
        assertThat(store.put("key", text("ours"), options)).isEqualTo(new PutResult.Stored("v1"));
    }

    @Test
    void aRefusalAfterALostAnswerIsARefusalWhenTheObjectIsAnothers() throws ImageException {
        String head = ETAG + "\r\nContent-Type: application/octet-stream";
        PutOptions options = PutOptions.plain().ifAbsent();
        server.then(503, "", "")
                .then(412, "", "")
                .then(out -> out.write(headOnly(head, 4)))
                .then(200, head, "them");
        assertThat(store.put("key", text("ours"), options)).isInstanceOf(PutResult.Refused.class);
        server.thenNothing().then(412, "", "").then(out -> out.write(headOnly(head, 400)));
        assertThat(store.put("key", text("ours"), options)).isInstanceOf(PutResult.Refused.class);
    }

    @Test
    void aRefusalAfterALostAnswerIsNoneWhileTheServiceContradictsItself() throws ImageException {
        String head = ETAG + "\r\nContent-Type: application/octet-stream";
        server.thenNothing()
                .then(412, "", "")
                .then(out -> out.write(headOnly(head, 4)))
                .then(200, head, "<html>")
                .then(412, "", "")
                .then(out -> out.write(headOnly("ETag: \"wrong\"\r\nContent-Type: application/octet-stream", 4)))
                .then(200, head, "ours");
        assertThat(store.put("key", text("ours"), PutOptions.plain().ifAbsent()))
                .isEqualTo(new PutResult.Stored("v1"));
    }

    @Test
    void aRefusalAtOnceIsNotLookedInto() throws ImageException {
        server.then(412, "", "");
        assertThat(store.put("key", text("x"), PutOptions.plain().ifAbsent())).isInstanceOf(PutResult.Refused.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anErrorInsideASuccessfulCopyIsAnError() {
        server.then(200, "", "<Error><Code>InternalError</Code><Message>private prose</Message></Error>")
                .then(403, "", "");
        fails(() -> store.copy("key", "to", PutOptions.plain()), "the object store answered 403 to a copy", false);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void anInterruptedJobStops() {
        server.then(503, "", "");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> store.get("key", 100))
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Stopped.class));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    private static byte[] headOnly(String headers, int length) {
        return ("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\nConnection: close\r\n" + headers + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
