package dev.darkroom.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.pipeline.store.Stores;
import dev.darkroom.spi.delivery.PutOptions;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the responses with stored variants. */
class MediaEndpointTest {
    private static final String ALIAS = "/media/c1/content-thumbnails/42/sm.webp";

    private static ServletFixture fixture;
    private static String versioned;

    @BeforeAll
    static void start() throws Exception {
        fixture = ServletFixture.start();
        HttpResponse<byte[]> answer = fixture.upload(ServletFixture.THUMBNAIL, UploadSamples.jpeg(900, 600));
        assertThat(answer.statusCode()).isEqualTo(201);
        versioned = ((Map<?, ?>) ((List<?>) ServletFixture.json(answer).get("variants")).get(0))
                .get("url")
                .toString();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void aVersionIsCachedForEver() throws Exception {
        HttpResponse<byte[]> answer = fixture.get(versioned);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(answer, "Content-Type")).isEqualTo("image/webp");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy")).isEmpty();
    }

    @Test
    void aNameThatStaysIsAskedForEachTime() throws Exception {
        HttpResponse<byte[]> answer = fixture.get(ALIAS);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
        assertThat(Arrays.equals(answer.body(), fixture.get(versioned).body())).isTrue();
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() throws Exception {
        String path = ServletFixture.THUMBNAIL.replace("42", "changing");
        String changing = ALIAS.replace("42", "changing");
        fixture.upload(path, UploadSamples.jpeg(900, 600));
        String etag = header(fixture.get(changing), "ETag");
        assertThat(etag).startsWith("\"").endsWith("\"");
        for (String asked : List.of(etag, "W/" + etag, "\"x\", " + etag, "*")) {
            HttpResponse<byte[]> answer = fixture.get(changing, "If-None-Match", asked);
            assertThat(answer.statusCode()).as(asked).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(header(answer, "ETag")).isEqualTo(etag);
        }
        assertThat(fixture.get(changing, "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
        fixture.upload(path, UploadSamples.png(700, 600));
        assertThat(fixture.get(changing, "If-None-Match", etag).statusCode()).isEqualTo(200);
    }

    @Test
    void theHeadAloneCanBeAskedFor() throws Exception {
        HttpResponse<byte[]> answer = fixture.send(fixture.request(ALIAS).method("HEAD", BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Length"))
                .isEqualTo(String.valueOf(fixture.get(ALIAS).body().length));
        assertThat(answer.body()).isEmpty();
    }

    /** Requests use keys, whatever names the store gives its files. */
    @Test
    void everyUrlOfAManifestIsServedFromAFileStoreToo(@TempDir Path folder) throws Exception {
        try (ServletFixture files = ServletFixture.with(
                Map.of("TOKENS", "Alice:" + ServletFixture.TOKEN),
                Stores.open(folder.toUri().toString(), Map.of()))) {
            HttpResponse<byte[]> answer =
                    files.upload("/api/creators/Alice/content/AUX/thumbnail", UploadSamples.jpeg(900, 600));
            assertThat(answer.statusCode()).isEqualTo(201);
            for (Object variant : (List<?>) ServletFixture.json(answer).get("variants")) {
                String url = String.valueOf(((Map<?, ?>) variant).get("url"));
                assertThat(url).startsWith("/media/Alice/content-thumbnails/AUX/");
                assertThat(files.get(url).statusCode()).as(url).isEqualTo(200);
            }
        }
    }

    @Test
    void anSvgMayNotDoAnything() throws Exception {
        fixture.store.put(
                "c1/logos/42/v1/original.svg",
                Bytes.copyOf("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes()),
                PutOptions.contentType("image/svg+xml"));
        HttpResponse<byte[]> answer = fixture.get("/media/c1/logos/42/v1/original.svg");
        assertThat(header(answer, "Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; sandbox");
        assertThat(header(answer, "Content-Type")).isEqualTo("image/svg+xml");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void anObjectThatIsNoPictureIsNotHandedOut() throws Exception {
        fixture.store.put("c1/x/42/page.svg", Bytes.copyOf("<html>".getBytes()), PutOptions.contentType("text/html"));
        assertThat(fixture.get("/media/c1/x/42/page.svg").statusCode()).isEqualTo(404);
    }

    @Test
    void thePageNeedsNoNetworkAndLetsNothingElseIn() throws Exception {
        HttpResponse<byte[]> page = fixture.get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'");
        for (String part : List.of("/", "/page.css", "/page.js")) {
            assertThat(new String(fixture.get(part).body()))
                    .isNotBlank()
                    .doesNotContain("http://", "https://", "//cdn");
        }
    }
}
