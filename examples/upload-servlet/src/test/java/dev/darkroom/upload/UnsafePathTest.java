package dev.darkroom.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.upload.access.Route;
import dev.darkroom.upload.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that only plain paths reach a key. */
class UnsafePathTest {
    private static ServletFixture fixture;

    @BeforeAll
    static void start() {
        fixture = ServletFixture.start();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    static Stream<String> segments() {
        return Stream.of(
                "..",
                ".",
                "%2e%2e",
                "%2E%2e",
                ".%2e",
                "%252e%252e",
                "a%2fb",
                "a%2Fb",
                "a%5cb",
                "a\\b",
                "%00",
                "a%00b",
                "a\0b",
                "a%0d%0aX-Evil:1",
                "a%0ab",
                "a;b",
                "a;jsessionid=1",
                "a b",
                "a%20b",
                "a+b",
                "",
                "%e2%80%aegnp.a",
                new String("\u202egnp.a".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                "%c0%ae%c0%ae",
                "%u002e",
                "%zz",
                "a".repeat(65),
                "a".repeat(4000),
                "a.b",
                "~root",
                "*");
    }

    @ParameterizedTest
    @MethodSource("segments")
    void aTrickAsACreatorOrContentIsRefused(String trick) throws IOException {
        assertRefused("POST", "/api/creators/" + trick + "/content/42/thumbnail");
        assertRefused("POST", "/api/creators/c1/content/" + trick + "/thumbnail");
        assertRefused("GET", "/api/creators/c1/content/" + trick + "/thumbnail");
        assertRefused("DELETE", "/api/creators/c1/content/" + trick + "/thumbnail");
    }

    @ParameterizedTest
    @MethodSource("segments")
    void aTrickInAKeyIsRefused(String trick) throws IOException {
        if (!trick.equals("a.b") && trick.length() != 65) { // these two are valid in a key
            assertRefused("GET", "/media/c1/" + trick + "/42/sm.webp");
            assertRefused("GET", "/media/" + trick);
        }
    }

    @Test
    void whatIsNotAVariantIsNeverHandedOut() throws Exception {
        assertThat(fixture.upload(ServletFixture.THUMBNAIL, UploadSamples.jpeg(500, 400))
                        .statusCode())
                .isEqualTo(201);
        assertThat(fixture.store.head("c1/content-thumbnails/42/manifest.json")).isPresent();
        for (String key :
                new String[] {"manifest.json", "", ".darkroom/heads", "../42/sm.webp", "sm.webp/", "sm.webp.."}) {
            assertThat(fixture.get("/media/c1/content-thumbnails/42/" + key).statusCode())
                    .as(key)
                    .isEqualTo(400);
        }
        assertThat(fixture.get("/media/c1/content-thumbnails/42/xl.webp").statusCode())
                .isEqualTo(404);
    }

    @Property(tries = 500)
    void aPathThatIsTakenHasPlainSegmentsOnly(@ForAll String path) {
        try {
            Route route = Route.of("/media/" + path);
            assertThat(((Route.Media) route).key()).matches("[A-Za-z0-9._/-]+").doesNotContain("//", "/.");
        } catch (ProblemException e) {
            assertThat(e.problem().reason().status).isEqualTo(400);
        }
    }

    @Test
    void dotsWithinANameAreAName() throws ProblemException {
        for (String key : new String[] {"c1/photo..jpg", "c1/a..b/sm.webp", "c1/a../sm.webp", "c1/a....webp"}) {
            assertThat(Route.of("/media/" + key)).isEqualTo(new Route.Media(key));
        }
        for (String key : new String[] {"c1/..jpg", "../sm.webp", "c1/../sm.webp", "c1/./sm.webp", "c1/..a/sm.webp"}) {
            assertThatThrownBy(() -> Route.of("/media/" + key)).as(key).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void theLongestKeysThatPipelinesMakeAreTaken() throws ProblemException {
        String id = "x".repeat(64);
        String key = id + "/content-thumbnails/" + id + "/123e4567-e89b-12d3-a456-426614174000/original.svg";
        assertThat(Route.of("/media/" + key)).isEqualTo(new Route.Media(key));
        assertThatThrownBy(() -> Route.of("/media/" + "x/".repeat(8) + "a.webp"))
                .isInstanceOf(ProblemException.class);
    }

    private static void assertRefused(String method, String path) throws IOException {
        try (RawConnection wire = fixture.wire()) {
            wire.send(method + " " + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + ServletFixture.TOKEN
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            assertThat(wire.status()).as(path).matches("HTTP/1.1 4(00|04|05|14|31) .*");
            assertThat(wire.rest()).doesNotContain("X-Evil").doesNotContain("Jetty");
        }
    }
}
