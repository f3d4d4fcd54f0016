package dev.darkroom.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.ImageException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests the status of every check, and that a check rejects an upload before it reads the next byte. */
class UploadChecksTest {
    private static final int LIMIT = ServletLimits.MAX_FILE_BYTES;

    private static ServletFixture fixture;

    @BeforeAll
    static void start() {
        fixture = ServletFixture.start();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String slug, String words)
            throws ImageException {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        Map<String, ?> problem = ServletFixture.json(answer);
        assertThat(problem.get("type")).isEqualTo("urn:darkroom:problem:" + slug);
        assertThat(problem.get("status")).isEqualTo((long) status);
        assertThat(problem.get("title")).asString().isNotBlank();
        assertThat(problem.get("detail")).asString().contains(words);
    }

    @Test
    void aPictureIsTakenAndItsManifestTold() throws Exception {
        HttpResponse<byte[]> answer = fixture.upload(ServletFixture.THUMBNAIL, UploadSamples.jpeg(2000, 1500));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).hasValue(ServletFixture.THUMBNAIL);
        Map<String, ?> manifest = ServletFixture.json(answer);
        assertThat(manifest.get("variants")).asString().contains("width=400", "width=800", "width=1440");
        assertThat(manifest.get("picture"))
                .asString()
                .startsWith("<picture>")
                .contains("/media/c1/content-thumbnails/42/");
        assertThat(fixture.manage("GET", ServletFixture.THUMBNAIL).body()).isEqualTo(answer.body());
    }

    @Test
    void aFormIsTakenAsWell() throws Exception {
        HttpResponse<byte[]> answer = fixture.send(fixture.request(ServletFixture.AVATAR)
                .header("Authorization", "Bearer " + ServletFixture.TOKEN)
                .header("Content-Type", "multipart/form-data; boundary=\"a b\"")
                .POST(BodyPublishers.ofByteArray(UploadSamples.multipart("a b", "file", UploadSamples.png(700, 600)))));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(ServletFixture.json(answer).get("variants")).asString().contains("name=64", "name=512");
    }

    @Test
    void withoutATokenTheBodyIsNeverAskedFor() throws IOException {
        try (RawConnection wire = fixture.wire()) {
            wire.send("POST " + ServletFixture.THUMBNAIL
                    + " HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1000\r\n\r\n");
            assertThat(wire.status()).isEqualTo("HTTP/1.1 401 Unauthorized");
            assertThat(wire.rest()).contains("WWW-Authenticate: Bearer", "token-missing", "Connection: close");
        }
    }

    @Test
    void aBodyAnnouncedAsTooLargeIsNeverAskedFor() throws IOException {
        try (RawConnection wire = fixture.wire()) {
            wire.head(ServletFixture.THUMBNAIL, "Expect: 100-continue", "Content-Length: " + (LIMIT + 1));
            assertThat(wire.status()).isEqualTo("HTTP/1.1 413 Payload Too Large");
            assertThat(wire.rest()).contains("file-too-large", "\"limit\":" + LIMIT, "\"actual\":" + (LIMIT + 1));
        }
    }

    @Test
    void aBodyThatMayComeIsAskedFor() throws IOException {
        byte[] jpeg = UploadSamples.jpeg(100, 80);
        try (RawConnection wire = fixture.wire()) {
            wire.head(
                    ServletFixture.THUMBNAIL,
                    "Expect: 100-continue",
                    "Connection: close",
                    "Content-Length: " + jpeg.length);
            assertThat(wire.status()).isEqualTo("HTTP/1.1 100 Continue");
            assertThat(wire.send(jpeg).rest()).contains("HTTP/1.1 201 Created");
        }
    }

    @Test
    void theSignatureIsLookedAtBeforeTheRestHasCome() throws IOException {
        try (RawConnection wire = fixture.wire()) {
            wire.head(ServletFixture.THUMBNAIL, "Content-Length: 4000000").send(UploadSamples.exe(1000));
            assertThat(wire.status()).isEqualTo("HTTP/1.1 415 Unsupported Media Type");
            assertThat(wire.rest())
                    .contains(
                            "format-not-accepted",
                            "this is a Windows executable; accepted are JPEG, PNG, GIF and WebP");
        }
    }

    @Test
    void theSignatureInsideAFormIsLookedAtBeforeTheRestHasCome() throws IOException {
        byte[] form = UploadSamples.multipart("b", "file", UploadSamples.exe(2000));
        try (RawConnection wire = fixture.wire()) {
            wire.head(
                    ServletFixture.THUMBNAIL,
                    "Content-Type: multipart/form-data; boundary=b",
                    "Content-Length: 4000000");
            wire.send(Arrays.copyOf(form, 1500));
            assertThat(wire.status()).isEqualTo("HTTP/1.1 415 Unsupported Media Type");
        }
    }

    @Test
    void whatIsSentInAnotherFormatIsNamed() throws Exception {
        assertProblem(
                fixture.upload(ServletFixture.THUMBNAIL, "%PDF-1.7 and so on".getBytes()),
                415,
                "format-not-accepted",
                "a PDF file");
        assertProblem(
                fixture.upload(ServletFixture.THUMBNAIL, "hello, world".getBytes()),
                415,
                "format-not-accepted",
                "68 65 6c 6c 6f");
        assertProblem(
                fixture.upload(ServletFixture.THUMBNAIL, new byte[0]), 415, "format-not-accepted", "no bytes at all");
        assertProblem(
                fixture.upload(ServletFixture.AVATAR, "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes()),
                415,
                "format-not-accepted",
                "an SVG file");
    }

    @Test
    void aBodyOfUnknownLengthEndsAtTheByteCap() throws IOException {
        byte[] jpeg = UploadSamples.jpegOf(LIMIT + 1);
        try (RawConnection wire = fixture.wire()) {
            wire.head(ServletFixture.THUMBNAIL, "Transfer-Encoding: chunked");
            wire.send(Integer.toHexString(jpeg.length) + "\r\n").send(jpeg);
            assertThat(wire.status()).isEqualTo("HTTP/1.1 413 Payload Too Large");
            assertThat(wire.rest()).contains("\"limit\":" + LIMIT, "\"actual\":" + (LIMIT + 1));
        }
    }

    @Test
    void aFileOfExactlyTheLimitIsTakenAndOneByteMoreIsNot() throws Exception {
        assertThat(fixture.upload(ServletFixture.THUMBNAIL, UploadSamples.jpegOf(LIMIT))
                        .statusCode())
                .isEqualTo(201);
        assertProblem(
                fixture.upload(ServletFixture.THUMBNAIL, UploadSamples.jpegOf(LIMIT + 1)),
                413,
                "file-too-large",
                "5242881 > 5242880");
    }

    @Test
    void aFileInAFormIsHeldToTheLimitWhateverStandsAroundIt() throws Exception {
        for (int over : new int[] {0, 1}) {
            HttpResponse<byte[]> answer = fixture.send(fixture.request(ServletFixture.THUMBNAIL)
                    .header("Authorization", "Bearer " + ServletFixture.TOKEN)
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(BodyPublishers.ofByteArray(
                            UploadSamples.multipart("b", "file", UploadSamples.jpegOf(LIMIT + over)))));
            assertThat(answer.statusCode()).isEqualTo(over == 0 ? 201 : 413);
        }
    }

    @Test
    void headerLimitsAreToldWithTheActualValue() throws Exception {
        HttpResponse<byte[]> answer = fixture.upload(ServletFixture.THUMBNAIL, UploadSamples.pngHeader(30_000, 30_000));
        assertProblem(answer, 422, "picture-over-limit", "pixel limit: 900000000 > 100000000");
        assertThat(ServletFixture.json(answer).get("limit")).isEqualTo(100_000_000L);
        assertThat(ServletFixture.json(answer).get("actual")).isEqualTo(900_000_000L);
    }

    @Test
    void aTruncatedPictureIsRefusedAndNothingIsStored() throws Exception {
        String path = "/api/creators/c1/content/truncated/thumbnail";
        assertProblem(fixture.upload(path, UploadSamples.truncated()), 422, "picture-damaged", "");
        assertThat(fixture.manage("GET", path).statusCode()).isEqualTo(404);
        assertThat(fixture.store.get("c1/content-thumbnails/truncated/manifest.json", 1000))
                .isEmpty();
    }

    @Test
    void anotherMethodIsToldWhichOnesThereAre() throws Exception {
        HttpResponse<byte[]> answer = fixture.manage("PUT", ServletFixture.THUMBNAIL);
        assertProblem(answer, 405, "method-not-allowed", "GET, POST, DELETE");
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, POST, DELETE");
        assertThat(fixture.manage("POST", "/").statusCode()).isEqualTo(405);
    }

    @Test
    void aDeletedPictureIsGone() throws Exception {
        String path = "/api/creators/c1/content/gone/thumbnail";
        assertThat(fixture.upload(path, UploadSamples.jpeg(500, 400)).statusCode())
                .isEqualTo(201);
        assertThat(fixture.get("/media/c1/content-thumbnails/gone/sm.webp").statusCode())
                .isEqualTo(200);
        assertThat(fixture.manage("DELETE", path).statusCode()).isEqualTo(204);
        assertThat(fixture.get("/media/c1/content-thumbnails/gone/sm.webp").statusCode())
                .isEqualTo(404);
        assertProblem(fixture.manage("GET", path), 404, "not-found", "no thumbnail");
        assertProblem(fixture.manage("DELETE", path), 404, "not-found", "no thumbnail");
    }
}
