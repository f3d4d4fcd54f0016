package dev.darkroom.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.PutResult;
import dev.darkroom.storage.s3.ScriptedS3Server.Request;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests must not have the features that R2 refuses, and must have those that it needs. */
class S3WireFormatTest {
    private ScriptedS3Server server;
    private S3Store store;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedS3Server();
        store = S3Store.r2("account", "AKIDEXAMPLE", "secret", "bucket")
                .endpoint(server.endpoint())
                .open();
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        server.close();
    }

    @Test
    void aPutIsOnePlainBodyWithItsLength() throws ImageException {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        server.then(200, "ETag: \"abc\"", "");
        PutResult result = store.put(
                "a b/ü+%.jpg",
                Bytes.wrap(noise),
                PutOptions.contentType("image/jpeg").cacheControl("no-store").ifAbsent());
        assertThat(result).isEqualTo(new PutResult.Stored("abc"));
        Request request = server.requests().get(0);
        assertThat(request.line()).isEqualTo("PUT /bucket/a%20b/%C3%BC%2B%25.jpg HTTP/1.1");
        assertThat(request.body()).isEqualTo(noise);
        assertThat(request.headers())
                .containsEntry("content-length", "300000")
                .containsEntry("content-type", "image/jpeg")
                .containsEntry("cache-control", "no-store")
                .containsEntry("if-none-match", "*")
                .containsEntry("host", server.endpoint().getAuthority());
        R2RequestChecks.check(request);
    }

    @Test
    void everyOtherRequestIsPlainToo() throws ImageException {
        server.then(200, "ETag: \"abc\"", "body")
                .then(200, "ETag: \"abc\"", "")
                .then(200, "", "<CopyObjectResult><ETag>\"def\"</ETag></CopyObjectResult>")
                .then(204, "", "")
                .then(200, "ETag: \"abc\"", "");
        store.get("key", 10);
        store.head("key");
        assertThat(store.copy("key", "other", PutOptions.plain())).isEqualTo(new PutResult.Stored("def"));
        store.delete("key");
        store.put("key", Bytes.empty(), PutOptions.plain().ifMatch("abc"));
        assertThat(server.requests())
                .extracting(Request::line)
                .containsExactly(
                        "GET /bucket/key HTTP/1.1",
                        "HEAD /bucket/key HTTP/1.1",
                        "PUT /bucket/other HTTP/1.1",
                        "DELETE /bucket/key HTTP/1.1",
                        "PUT /bucket/key HTTP/1.1");
        server.requests().forEach(R2RequestChecks::check);
        assertThat(server.requests().get(2).headers())
                .containsEntry("x-amz-copy-source", "bucket/key")
                .containsEntry("x-amz-metadata-directive", "REPLACE");
        assertThat(server.requests().get(4).headers())
                .containsEntry("if-match", "\"abc\"")
                .containsEntry("content-length", "0");
    }

    @Test
    void metadataIsAsciiOnTheWire() throws ImageException {
        server.then(200, "ETag: \"abc\"", "");
        store.put(
                "key",
                Bytes.empty(),
                PutOptions.plain().metadata("batch-id", "b 1").metadata("name", "Zürich\r\nx: y"));
        assertThat(server.requests().get(0).headers())
                .containsEntry("x-amz-meta-batch-id", "b 1")
                .containsEntry("x-amz-meta-name", "=?UTF-8?B?WsO8cmljaA0KeDogeQ==?=")
                .doesNotContainKey("x");
    }

    @Test
    void metadataIsReadInWhicheverEncodingItComes() throws ImageException {
        server.then(
                200,
                "ETag: W/\"abc\"\r\nContent-Type: image/png\r\nx-amz-meta-B: =?UTF-8?B?w7w=?=\r\n"
                        + "x-amz-meta-q: =?UTF-8?Q?=C3=BC_?=\r\nx-amz-meta-raw: ü\r\nx-amz-meta-broken: =?UTF-8?B?*?=",
                "");
        assertThat(store.head("key")).hasValueSatisfying(head -> {
            assertThat(head.metadata()).isEqualTo(Map.of("b", "ü", "q", "ü ", "raw", "ü", "broken", "=?UTF-8?B?*?="));
            assertThat(head.etag()).isEqualTo("abc");
            assertThat(head.contentType()).isEqualTo("image/png");
        });
    }

    @Test
    void amazonsOwnAddressNeedsNoEndpoint() {
        assertThat(S3Store.s3("bucket").endpoint()).isEmpty();
        assertThat(S3Store.r2("0123abc", "a", "b", "bucket").endpoint().orElseThrow())
                .hasToString("https://0123abc.r2.cloudflarestorage.com");
        assertThat(S3Store.r2("0123abc", "id-of-key", "its-secret", "bucket").toString())
                .isEqualTo("r2 bucket bucket")
                .doesNotContain("id-of-key", "its-secret");
    }
}
