package dev.darkroom.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.testkit.BrokenStore;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests failing stores and concurrent writers. A reader never sees a partial update. */
class StoreFailureTest {
    private static final byte[] FORMER = UploadSamples.jpeg(900, 700);
    private static final byte[] NEXT = UploadSamples.jpeg(700, 900);

    @Test
    void aStoreThatIsDownIsTheStoresFaultAndItsNameStaysInside() throws Exception {
        try (ServletFixture fixture = ServletFixture.over(new BrokenStore())) {
            List<HttpResponse<byte[]>> answers = List.of(
                    fixture.upload(ServletFixture.THUMBNAIL, FORMER),
                    fixture.manage("GET", ServletFixture.THUMBNAIL),
                    fixture.manage("DELETE", ServletFixture.THUMBNAIL),
                    fixture.get("/media/c1/content-thumbnails/42/sm.webp"));
            for (HttpResponse<byte[]> answer : answers) {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
                assertThat(ServletFixture.json(answer).get("type")).isEqualTo("urn:darkroom:problem:store-unavailable");
                assertThat(new String(answer.body())).doesNotContain("broken store");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whicheverCallFailsTheContentIsTheFormerOrTheNextAndWhole(boolean andAllAfter) throws Exception {
        FailingStore failing = new FailingStore(ServletFixture.inMemory());
        try (ServletFixture fixture = ServletFixture.over(failing.store)) {
            boolean failed = true;
            for (int call = 0; failed; call++) {
                String path = "/api/creators/c1/content/call" + call + "/thumbnail";
                Object former =
                        ServletFixture.json(fixture.upload(path, FORMER)).get("version");
                failing.failAt(call, andAllAfter);
                HttpResponse<byte[]> answer = fixture.upload(path, NEXT);
                failed = failing.hasFailed();
                failing.recover();

                assertThat(answer.statusCode()).isIn(201, 503);
                HttpResponse<byte[]> seen = fixture.manage("GET", path);
                if (answer.statusCode() == 201) {
                    assertThat(seen.body()).isEqualTo(answer.body());
                } else {
                    assertThat(new String(answer.body())).doesNotContain("secret");
                }
                assertWhole(fixture, seen);
                assertThat(failed || answer.statusCode() == 201).isTrue();
                assertThat(failed || !ServletFixture.json(seen).get("version").equals(former))
                        .isTrue();
                assertThat(fixture.upload(path, NEXT).statusCode()).isEqualTo(201);
            }
        }
    }

    @Test
    void writersOfOneContentLeaveTheWholeOfOneThatWasToldSo() throws Exception {
        try (ServletFixture fixture = ServletFixture.start()) {
            List<CompletableFuture<HttpResponse<byte[]>>> running = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                byte[] picture = UploadSamples.jpeg(600 + 20 * i, 500);
                running.add(CompletableFuture.supplyAsync(() -> {
                    try {
                        return fixture.upload(ServletFixture.THUMBNAIL, picture);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }));
            }
            List<Object> winners = new ArrayList<>();
            for (CompletableFuture<HttpResponse<byte[]>> one : running) {
                assertThat(one.get().statusCode()).isIn(201, 409);
                if (one.get().statusCode() == 201) {
                    winners.add(ServletFixture.json(one.get()).get("version"));
                } else {
                    assertThat(ServletFixture.json(one.get()).get("type")).isEqualTo("urn:darkroom:problem:replaced");
                }
            }
            HttpResponse<byte[]> seen = fixture.manage("GET", ServletFixture.THUMBNAIL);
            assertThat(winners).contains(ServletFixture.json(seen).get("version"));
            assertWhole(fixture, seen);
        }
    }

    /** Asserts that every variant is stored under its versioned name, with the bytes that the manifest describes. */
    private static void assertWhole(ServletFixture fixture, HttpResponse<byte[]> manifest) throws Exception {
        assertThat(manifest.statusCode()).isEqualTo(200);
        List<?> variants = (List<?>) ServletFixture.json(manifest).get("variants");
        assertThat(variants).hasSize(3);
        for (Object one : variants) {
            Map<?, ?> variant = (Map<?, ?>) one;
            HttpResponse<byte[]> picture = fixture.get(variant.get("url").toString());
            assertThat(picture.statusCode()).isEqualTo(200);
            assertThat(Bytes.wrap(picture.body()).sha256()).isEqualTo(variant.get("sha256"));
        }
    }
}
