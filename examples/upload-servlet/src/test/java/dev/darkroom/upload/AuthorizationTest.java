package dev.darkroom.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.upload.access.UploadLinks;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which tokens and links authorize which requests. */
class AuthorizationTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final byte[] PICTURE = UploadSamples.jpeg(60, 40);

    private static ServletFixture fixture;

    @BeforeAll
    static void start() throws Exception {
        fixture = ServletFixture.at(Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(fixture.upload(ServletFixture.THUMBNAIL, PICTURE).statusCode())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private static int status(String method, String path, String authorization) throws Exception {
        var request = fixture.request(path)
                .method(method, method.equals("POST") ? BodyPublishers.ofByteArray(PICTURE) : BodyPublishers.noBody());
        return fixture.send(authorization.isEmpty() ? request : request.header("Authorization", authorization))
                .statusCode();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, '', 401",
        "GET, '', 401",
        "DELETE, '', 401",
        "POST, Bearer no-token-of-anybody, 401",
        "GET, Bearer no-token-of-anybody, 401",
        "DELETE, Bearer no-token-of-anybody, 401",
        "POST, Bearer token-of-creator-two, 403",
        "GET, Bearer token-of-creator-two, 403",
        "DELETE, Bearer token-of-creator-two, 403",
        "GET, Basic dG9rZW4tb2YtY3JlYXRvci1vbmU6, 401",
        "GET, token-of-creator-one, 401",
        "GET, Bearer, 401",
        "GET, 'Bearer token-of-creator-one, Bearer token-of-creator-one', 401",
        "GET, bearer token-of-creator-one, 200",
        "GET, Bearer token-of-creator-one, 200",
        "POST, Bearer token-of-creator-one, 201",
    })
    void theMatrix(String method, String authorization, int status) throws Exception {
        assertThat(status(method, ServletFixture.THUMBNAIL, authorization)).isEqualTo(status);
    }

    @Test
    void twoAuthorizationHeadersAreNone() throws Exception {
        HttpResponse<byte[]> answer = fixture.send(fixture.request(ServletFixture.THUMBNAIL)
                .header("Authorization", "Bearer " + ServletFixture.TOKEN)
                .header("Authorization", "Bearer " + ServletFixture.TOKEN));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
    }

    @Test
    void aTokenInTheAddressIsNoToken() throws Exception {
        assertThat(status("GET", ServletFixture.THUMBNAIL + "?access_token=" + ServletFixture.TOKEN, ""))
                .isEqualTo(401);
    }

    @Test
    void aLinkUploadsItsPictureAndNothingElse() throws Exception {
        String link = link(ServletFixture.THUMBNAIL);
        assertThat(status("POST", link, "")).isEqualTo(201);
        assertThat(status("GET", link, "")).isEqualTo(401);
        assertThat(status("DELETE", link, "")).isEqualTo(401);
        String query = link.substring(link.indexOf('?'));
        for (String other : List.of(
                ServletFixture.LOGO,
                ServletFixture.THUMBNAIL.replace("42", "43"),
                ServletFixture.THUMBNAIL.replace("c1", "c2"))) {
            assertThat(status("POST", other + query, "")).as(other).isEqualTo(403);
        }
    }

    @Test
    void aLinkIsGivenOutForOnesOwnPicturesOnly() throws Exception {
        assertThat(status("POST", ServletFixture.THUMBNAIL + "/link", "")).isEqualTo(401);
        assertThat(status("POST", ServletFixture.THUMBNAIL + "/link", "Bearer " + ServletFixture.OTHER_TOKEN))
                .isEqualTo(403);
    }

    @Test
    void aLinkExpires() throws Exception {
        String link = link(ServletFixture.THUMBNAIL);
        try (ServletFixture later = ServletFixture.at(Clock.fixed(NOW.plus(UploadLinks.LIFE), ZoneOffset.UTC));
                ServletFixture tooLate = ServletFixture.at(
                        Clock.fixed(NOW.plus(UploadLinks.LIFE).plus(Duration.ofSeconds(1)), ZoneOffset.UTC))) {
            assertThat(post(later, link).statusCode()).isEqualTo(201);
            HttpResponse<byte[]> refused = post(tooLate, link);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(ServletFixture.json(refused).get("type")).isEqualTo("urn:darkroom:problem:link-expired");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?expires=1767226500&signature=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "?expires=1767226500",
                "?signature=x&expires=1767226500",
                "?expires=99999999999999999999&signature=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "?",
            })
    void aLinkThatWasNotGivenOutIsNone(String query) throws Exception {
        assertThat(status("POST", ServletFixture.THUMBNAIL + query, "")).isIn(401, 403);
    }

    @Test
    void aLinkThatWasChangedIsNone() throws Exception {
        String link = link(ServletFixture.THUMBNAIL);
        assertThat(status("POST", link.replace("expires=1", "expires=2"), "")).isEqualTo(403);
        assertThat(status("POST", link + "&more=1", "")).isEqualTo(403);
        char last = link.charAt(link.length() - 10);
        String changed =
                link.substring(0, link.length() - 10) + (last == 'A' ? 'B' : 'A') + link.substring(link.length() - 9);
        assertThat(status("POST", changed, "")).isEqualTo(403);
    }

    private static String link(String path) throws Exception {
        HttpResponse<byte[]> answer = fixture.manage("POST", path + "/link");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ServletFixture.json(answer).get("expires")).isEqualTo("2026-01-01T00:15:00Z");
        return String.valueOf(ServletFixture.json(answer).get("url"));
    }

    private static HttpResponse<byte[]> post(ServletFixture other, String link) throws Exception {
        return other.send(other.request(link).POST(BodyPublishers.ofByteArray(PICTURE)));
    }
}
