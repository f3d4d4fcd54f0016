package dev.darkroom.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Source;
import dev.darkroom.core.Stage;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineListener;
import dev.darkroom.upload.access.PictureKind;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Tests more uploads than the server accepts at the same time. */
class OverloadTest {
    private static final byte[] PICTURE = UploadSamples.jpeg(1600, 1200);

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** A listener that pauses the first job when it leaves a stage. */
    private PipelineListener heldAfter(Stage stage) {
        return event -> {
            if (event instanceof PipelineListener.StageEnded ended
                    && ended.stage() == stage
                    && reached.getCount() > 0) {
                reached.countDown();
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    private static CompletableFuture<HttpResponse<byte[]>> uploading(ServletFixture fixture) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return fixture.upload(ServletFixture.THUMBNAIL, PICTURE);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void assertBusy(HttpResponse<byte[]> answer, String words) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 30L);
        assertThat(ServletFixture.json(answer).get("type")).isEqualTo("urn:darkroom:problem:busy");
        assertThat(ServletFixture.json(answer).get("detail")).asString().contains(words);
    }

    @Test
    void anUploadThatFindsTheQueueFullIsToldWhenToComeAgain() throws Exception {
        try (ServletFixture fixture = ServletFixture.making(
                Map.of("QUEUE", "1"), kind -> PicturePipelines.pipeline(kind).listen(heldAfter(Stage.IDENTIFY)))) {
            CompletableFuture<HttpResponse<byte[]>> first = uploading(fixture);
            reached.await();
            assertBusy(fixture.upload(ServletFixture.THUMBNAIL, PICTURE), "the queue of uploads is full");
            released.countDown();
            assertThat(first.get().statusCode()).isEqualTo(201);
            assertThat(fixture.upload(ServletFixture.THUMBNAIL, PICTURE).statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void aJobInFlightIsFinishedBeforeTheServerStops() throws Exception {
        ServletFixture fixture = ServletFixture.making(
                Map.of(), kind -> PicturePipelines.pipeline(kind).listen(heldAfter(Stage.IDENTIFY)));
        CompletableFuture<HttpResponse<byte[]>> first = uploading(fixture);
        reached.await();
        fixture.servlet.stopTaking();
        assertThat(fixture.upload(ServletFixture.AVATAR, PICTURE).statusCode()).isEqualTo(503);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(fixture::close);
        released.countDown();
        assertThat(first.get().statusCode()).isEqualTo(201);
        stopped.get();
    }

    @Test
    void anUploadThatFindsTheMemoryTakenIsToldWhenToComeAgain() throws Exception {
        long memory;
        try (Pipeline alone = PicturePipelines.pipeline(PictureKind.THUMBNAIL).build()) {
            memory = alone.plan(Source.of(PICTURE)).memoryBytes();
        }
        try (ServletFixture fixture = ServletFixture.making(
                Map.of("QUEUE_SECONDS", "1"),
                kind -> PicturePipelines.pipeline(kind)
                        .memory(memory + memory / 2)
                        .listen(heldAfter(Stage.DECODE)))) {
            CompletableFuture<HttpResponse<byte[]>> first = uploading(fixture);
            reached.await();
            assertBusy(fixture.upload(ServletFixture.THUMBNAIL, PICTURE), "too many pictures are being processed");
            released.countDown();
            assertThat(first.get().statusCode()).isEqualTo(201);
        }
    }

    @Test
    void anUploadThatFindsNoRoomForItsBytesIsToldWhenToComeAgain() throws Exception {
        byte[] large = UploadSamples.jpegOf(5_000_000);
        try (ServletFixture fixture = ServletFixture.with(Map.of("UPLOAD_MEMORY", "6000000", "QUEUE_SECONDS", "1"));
                RawConnection holding = fixture.wire()) {
            holding.head(ServletFixture.THUMBNAIL, "Content-Length: " + large.length, "Connection: close");
            holding.send(Arrays.copyOf(large, 200_000));
            fixture.awaitMetric("darkroom_uploads_memory_bytes 5000001.0");
            assertBusy(fixture.upload(ServletFixture.THUMBNAIL, UploadSamples.jpegOf(2_000_000)), "memory for uploads");
            assertThat(fixture.upload(ServletFixture.THUMBNAIL, PICTURE).statusCode())
                    .as("a small one")
                    .isEqualTo(201);
            holding.send(Arrays.copyOfRange(large, 200_000, large.length));
            assertThat(holding.rest()).contains(" 201 ");
        }
    }

    @Test
    void clientsThatDripHoldNoMemoryAndKeepNobodyFromBeingServed() throws Exception {
        try (ServletFixture fixture = ServletFixture.with(Map.of("UPLOAD_MEMORY", "6000000"))) {
            List<RawConnection> drips = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                drips.add(fixture.wire()
                        .head(ServletFixture.THUMBNAIL, "Content-Length: 5000000")
                        .send(new byte[] {(byte) 0xFF}));
            }
            fixture.awaitMetric("darkroom_uploads_arriving 40.0");
            fixture.awaitMetric("darkroom_uploads_memory_bytes 0.0");
            assertThat(fixture.upload(ServletFixture.THUMBNAIL, UploadSamples.jpegOf(5_000_000))
                            .statusCode())
                    .isEqualTo(201);
            for (RawConnection drip : drips) {
                drip.close();
            }
            fixture.awaitMetric("darkroom_uploads_arriving 0.0");
        }
    }

    @Test
    void moreBodiesThanMayArriveAreTurnedAwayBeforeTheyAreRead() throws Exception {
        try (ServletFixture fixture = ServletFixture.with(Map.of("ARRIVING", "1"));
                RawConnection first = fixture.wire();
                RawConnection second = fixture.wire()) {
            first.head(ServletFixture.THUMBNAIL, "Content-Length: 5000");
            fixture.awaitMetric("darkroom_uploads_arriving 1.0");
            second.head(ServletFixture.THUMBNAIL, "Content-Length: 5000", "Expect: 100-continue");
            assertThat(second.status()).isEqualTo("HTTP/1.1 429 Too Many Requests");
        }
    }
}
