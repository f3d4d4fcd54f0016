package dev.darkroom.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.RetryPolicy;
import dev.darkroom.spi.delivery.Timeouts;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store with wrong settings: the message names the setting, its value and, if the service reports it, the correct value. */
class S3SettingsAdviceTest {
    private ScriptedS3Server server;
    private S3Store s3;
    private S3Store r2;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedS3Server();
        s3 = opened(S3Store.s3("photos").keys("AKIDEXAMPLE", "the-secret"), settings -> settings);
        r2 = opened(S3Store.r2("account", "AKIDEXAMPLE", "the-secret", "photos"), settings -> settings);
    }

    private S3Store opened(S3Settings settings, UnaryOperator<S3Settings> more) {
        return more.apply(settings.endpoint(server.endpoint())
                        .retry(RetryPolicy.standard().with(new VirtualTime(), new Random(7))))
                .open();
    }

    @AfterEach
    void close() throws IOException {
        s3.close();
        r2.close();
        server.close();
    }

    private static Bytes text(String content) {
        return Bytes.wrap(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String error(String code) {
        return error(code, "private prose of AKIDEXAMPLE");
    }

    private static String error(String code, String message) {
        return "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
    }

    private static String malformed(String expected) {
        return error(
                "AuthorizationHeaderMalformed",
                "The authorization header is malformed; the region 'us-east-1' is wrong; expecting '" + expected + "'");
    }

    /** The message's end: what to do. */
    private void advises(ThrowingCallable call, String... parts) {
        int before = server.requests().size();
        assertThatThrownBy(call).isInstanceOfSatisfying(ImageException.class, e -> {
            assertThat(e).hasMessageContainingAll(parts);
            assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class);
            assertThat(e.failure().retryable()).as("retryable").isFalse();
            assertThat(e.isWithoutEffect()).as("surely without effect").isTrue();
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain("the-secret", "AKIDEXAMPLE", "private prose");
            }
        });
        assertThat(server.requests()).as("requests").hasSize(before + 1);
    }

    private void write(S3Store store) throws ImageException {
        store.put("key", text("x"), PutOptions.plain());
    }

    private static final String[] OTHER_REGION = {
        "the bucket is in region \"eu-central-1\", and the store's region is \"us-east-1\";"
                + " set the region to \"eu-central-1\" (AWS_REGION, region= in the store's URI, or S3Settings.region)"
    };

    @Test
    void aRedirectToAnotherRegionNamesBothRegions() {
        server.then(301, "x-amz-bucket-region: eu-central-1", error("PermanentRedirect"));
        advises(() -> write(s3), OTHER_REGION);
        server.then(307, "x-amz-bucket-region: eu-central-1\r\nLocation: http://127.0.0.1:1/x", "");
        advises(() -> s3.get("key", 10), OTHER_REGION);
        server.then(301, "x-amz-bucket-region: eu-central-1", "");
        advises(() -> s3.delete("key"), OTHER_REGION);
    }

    @Test
    void aSignatureForAnotherRegionNamesBothRegions() {
        server.then(400, "", malformed("eu-central-1"));
        advises(() -> write(s3), OTHER_REGION);
        server.then(400, "", malformed("eu-central-1"));
        advises(() -> s3.copy("key", "to", PutOptions.plain()), OTHER_REGION);
    }

    /** An answer to a HEAD request has no body. */
    @Test
    void aRefusalOfAHeadRequestNamesBothRegions() {
        server.then(400, "x-amz-bucket-region: eu-central-1", "");
        advises(() -> s3.head("key"), OTHER_REGION);
        server.then(301, "x-amz-bucket-region: eu-central-1", "");
        advises(() -> s3.head("key"), OTHER_REGION);
    }

    @Test
    void aRegionThatIsNoNameIsNotQuoted() {
        server.then(400, "x-amz-bucket-region: <b>x</b>", malformed("A B"));
        advises(() -> write(s3), "they say region \"us-east-1\" (AWS_REGION");
    }

    @Test
    void aRegionThatR2DoesNotHaveIsNamed() {
        server.then(400, "", error("InvalidRegionName"));
        advises(() -> write(r2), "they say region \"auto\" (S3Settings.region)", "R2_ENDPOINT");
    }

    @Test
    void aRedirectElsewhereNamesTheEndpoint() {
        server.then(302, "Location: https://login.example/?token=private", "");
        advises(
                () -> r2.get("key", 10),
                "and endpoint 127.0.0.1:" + server.endpoint().getPort() + " (R2_ENDPOINT or");
    }

    @Test
    void aServerThatTakesNoObjectsNamesTheEndpoint() {
        server.then(405, "", "<html>not allowed");
        advises(() -> write(s3), "the endpoint 127.0.0.1:", "may not be an S3 service", "AWS_ENDPOINT_URL_S3");
    }

    @Test
    void aMissingBucketIsNamedWithItsEndpoint() {
        server.then(404, "", error("NoSuchBucket"));
        advises(() -> s3.get("key", 10), "there is no bucket \"photos\" at 127.0.0.1:", "AWS_ENDPOINT_URL_S3");
        server.then(404, "", error("NoSuchBucket"));
        advises(() -> write(r2), "there is no bucket \"photos\" at 127.0.0.1:", "R2_ENDPOINT");
    }

    @Test
    void keysThatAreWrongAreNamedByTheirSettings() {
        server.then(403, "", error("InvalidAccessKeyId"));
        advises(() -> write(s3), "does not know the access key", "AWS_ACCESS_KEY_ID");
        server.then(403, "", error("InvalidAccessKeyId"));
        advises(() -> write(r2), "R2_ACCESS_KEY_ID");
        server.then(403, "", error("SignatureDoesNotMatch"));
        advises(() -> write(s3), "the secret does not belong to the access key", "AWS_SECRET_ACCESS_KEY");
        server.then(403, "", error("SignatureDoesNotMatch"));
        advises(() -> write(r2), "R2_SECRET_ACCESS_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ExpiredToken", "InvalidToken"})
    void aSessionTokenThatHasEndedIsNamed(String code) {
        server.then(400, "", error(code));
        advises(() -> write(s3), "the session token of the temporary keys", "AWS_ACCESS_KEY_ID");
    }

    /**
     * Names that end in .invalid are never resolved (RFC 6761, section 6.4). The request is retried, because a resolver may also be out of
     * order. The address is not https: a TLS connection would fix the trusted certificates of the whole process.
     */
    @Test
    void aHostThatIsUnknownIsNamedWithItsSettings() {
        try (S3Store nowhere = S3Store.r2("account", "AKIDEXAMPLE", "the-secret", "photos")
                .endpoint(URI.create("http://nowhere.invalid"))
                .timeouts(Timeouts.standard())
                .retry(RetryPolicy.standard().with(new VirtualTime(), new Random(7)))
                .open()) {
            assertThatThrownBy(() -> write(nowhere)).isInstanceOfSatisfying(ImageException.class, e -> {
                assertThat(e)
                        .hasMessage("the object store gave no answer to a write: the name of its host, nowhere.invalid,"
                                + " is unknown; correct the endpoint (R2_ENDPOINT or S3Settings.endpoint) or the region,"
                                + " which is \"auto\" (S3Settings.region)");
                assertThat(e.isWithoutEffect()).isTrue();
            });
        }
    }
}
