package dev.darkroom.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.world.http.Fault;
import dev.darkroom.world.http.LinkSpeed;
import dev.darkroom.world.http.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CdnTest {
    private static final String GIF = Base64.getEncoder().encodeToString("GIF89a\1\0\1\0\0\0".getBytes(ISO_8859_1));
    private static final String GOOD = "{\"variants\":[{\"name\":\"thumb\",\"data\":\"" + GIF
            + "\",\"content_type\":\"image/gif\",\"size\":12}],\"original_filename\":\"a.gif\","
            + "\"original_content_type\":\"image/gif\"}";
    private final HttpClient http = HttpClient.newHttpClient();
    private Cdn cdn;

    @BeforeEach
    void open() throws Exception {
        cdn = new Cdn(LinkSpeed.INSTANT);
    }

    @AfterEach
    void close() throws Exception {
        cdn.close();
    }

    @Test
    void takenAssetIsServedBySize() throws Exception {
        HttpResponse<String> reply = post("ABCDEFGH1", GOOD);

        Map<String, Object> json = StrictJson.object(reply.body());
        assertThat(json).containsEntry("success", true).containsEntry("assetId", "ABCDEFGH1");
        assertThat(json).containsEntry("cdnUrl", cdn.url() + "/asset/ABCDEFGH1");
        assertThat(json).containsEntry("variants", Map.of("thumb", cdn.url() + "/asset/ABCDEFGH1?size=thumb"));
        assertThat(get("/asset/ABCDEFGH1?size=thumb").body()).startsWith("GIF89a");
        assertThat(get("/asset/ABCDEFGH1").headers().firstValue("content-type")).hasValue("image/gif");
        assertThat(get("/asset/ABCDEFGH1?size=huge").statusCode()).isEqualTo(404);
        assertThat(get("/asset/ABCDEFGH2").statusCode()).isEqualTo(404);
    }

    @Test
    void idInUseIsAConflict() throws Exception {
        assertThat(post("ABCDEFGH1", GOOD).statusCode()).isEqualTo(200);
        assertThat(post("ABCDEFGH1", GOOD).statusCode()).isEqualTo(409);
        assertThat(cdn.assets()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "size":12       | "size":13             | size 13 for 12 bytes
                    "size":12       | "size":"12"           | size 12
                    image/gif","s   | image/png","s         | bytes that are image/gif
                    "thumb"         | "Thumb"               | variant name
                    R0lG            | R0l*                  | base64
                    R0lG            | R0l                   | base64
                    "name":"thumb", | ''                    | variant fields
                    "size":12       | "size":12,"extra":1   | variant fields
                    [{              | [],"x":[{             | unknown field
                    "a.gif"         | null                  | original_filename
                    }]              | }                     | not JSON
                    """)
    void requestThatIsNotAsAgreedIsRefused(String part, String instead, String complaint) throws Exception {
        HttpResponse<String> reply = post("ABCDEFGH1", GOOD.replace(part, instead));

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(cdn.complaints()).singleElement().asString().containsIgnoringCase(complaint);
        assertThat(cdn.assets()).isEmpty();
    }

    @Test
    void variantNamesMustDiffer() throws Exception {
        String variant = GOOD.substring(GOOD.indexOf("{\"name"), GOOD.indexOf("],"));

        assertThat(post("ABCDEFGH1", GOOD.replace(variant, variant + "," + variant))
                        .body())
                .contains("twice");
    }

    @Test
    void lostAnswerLeavesTheAssetRegistered() {
        cdn.script().fail(cdn.registrations(), 1, Fault.LOST_ANSWER);

        assertThatThrownBy(() -> post("ABCDEFGH1", GOOD)).isInstanceOf(IOException.class);

        assertThat(cdn.asset("ABCDEFGH1")).isPresent();
    }

    @Test
    void answerCanNameAnotherAsset() throws Exception {
        cdn.script().fail(cdn.registrations(), 1, Fault.change(Cdn::namingAnother));

        assertThat(StrictJson.object(post("ABCDEFGH1", GOOD).body()).get("cdnUrl"))
                .asString()
                .doesNotContain("ABCDEFGH1");
    }

    @Test
    void endlessAnswerGoesOnUntilTheCallerLeaves() throws Exception {
        cdn.script().fail(cdn.registrations(), 1, Fault.ENDLESS);
        HttpRequest request = request("ABCDEFGH1", GOOD);

        try (var body =
                http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            assertThat(body.readNBytes(5_000_000)).hasSize(5_000_000);
        }
    }

    @Test
    void scriptedAnswerCarriesItsHeaders() throws Exception {
        cdn.script().fail(cdn.registrations(), 1, Fault.answer(Reply.status(429).with("Retry-After", "3")));

        HttpResponse<String> reply = post("ABCDEFGH1", GOOD);

        assertThat(reply.statusCode()).isEqualTo(429);
        assertThat(reply.headers().firstValue("Retry-After")).hasValue("3");
        assertThat(cdn.traffic().awaitExchange(1, Duration.ofMinutes(5)).status())
                .isEqualTo(429);
    }

    private HttpResponse<String> post(String id, String json) throws Exception {
        return http.send(request(id, json), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String target) throws Exception {
        return http.send(
                HttpRequest.newBuilder(cdn.url().resolve(target)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String id, String json) {
        return HttpRequest.newBuilder(URI.create(cdn.url() + "/asset/" + id))
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
    }
}
