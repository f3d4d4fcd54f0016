package dev.darkroom.upload;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.json.Json;
import dev.darkroom.pipeline.PipelineBuilder;
import dev.darkroom.pipeline.store.Stores;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.upload.access.PictureKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The servlet in its server on a free port, with tokens for two creators. Its store is in memory unless the test passes another one. */
final class ServletFixture implements AutoCloseable {
    static final String TOKEN = "token-of-creator-one";
    static final String OTHER_TOKEN = "token-of-creator-two";
    static final String THUMBNAIL = "/api/creators/c1/content/42/thumbnail";
    static final String LOGO = "/api/creators/c1/content/42/logo";
    static final String AVATAR = "/api/creators/c1/content/42/avatar";

    /** Time limit for waiting; after it the test fails. */
    private static final Duration TIMEOUTS = Duration.ofMinutes(5);

    final ObjectStore store;
    final UploadServlet servlet;
    final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServletFixture(
            Map<String, String> more,
            ObjectStore store,
            Function<PictureKind, PipelineBuilder> pipelines,
            Clock clock) {
        Map<String, String> settings = new HashMap<>(more);
        settings.putIfAbsent("TOKENS", "c1:" + TOKEN + ",c2:" + OTHER_TOKEN);
        this.store = store;
        this.servlet =
                new UploadServlet(settings, (all, base) -> new UploadApplication(all, base, store, pipelines, clock));
        try {
            this.server = WebServer.start(servlet, "127.0.0.1", 0, TIMEOUTS, TIMEOUTS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static ServletFixture start() {
        return over(inMemory());
    }

    static ServletFixture over(ObjectStore store) {
        return with(Map.of(), store);
    }

    static ServletFixture with(Map<String, String> settings) {
        return with(settings, inMemory());
    }

    static ServletFixture with(Map<String, String> settings, ObjectStore store) {
        return new ServletFixture(settings, store, PicturePipelines::pipeline, Clock.systemUTC());
    }

    static ServletFixture making(Map<String, String> settings, Function<PictureKind, PipelineBuilder> pipelines) {
        return new ServletFixture(settings, inMemory(), pipelines, Clock.systemUTC());
    }

    static ServletFixture at(Clock clock) {
        return new ServletFixture(
                Map.of("LINK_SECRET", "0123456789abcdef0123456789abcdef"),
                inMemory(),
                PicturePipelines::pipeline,
                clock);
    }

    static ObjectStore inMemory() {
        try {
            return Stores.open("mem:" + UUID.randomUUID(), Map.of());
        } catch (ImageException e) {
            throw new IllegalStateException(e);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpResponse<byte[]> upload(String path, byte[] body) throws IOException, InterruptedException {
        return send(request(path).header("Authorization", "Bearer " + TOKEN).POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<byte[]> manage(String method, String path) throws IOException, InterruptedException {
        return send(request(path).header("Authorization", "Bearer " + TOKEN).method(method, BodyPublishers.noBody()));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(TIMEOUTS);
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** Polls the metrics until they contain this line. They are the only visible effect of an upload whose connection is closed. */
    void awaitMetric(String line) throws IOException, InterruptedException {
        long end = System.nanoTime() + TIMEOUTS.toNanos();
        String text;
        do {
            text = new String(get("/metrics").body(), StandardCharsets.UTF_8);
            if (System.nanoTime() > end) {
                throw new AssertionError("the metrics never contained " + line + " in\n" + text);
            }
        } while (text.lines().noneMatch(line::equals));
    }

    /** Opens a connection on which the test controls every byte. */
    RawConnection wire() throws IOException {
        return new RawConnection(server.port());
    }

    static Map<String, ?> json(HttpResponse<byte[]> answer) throws ImageException {
        return Json.object(Bytes.wrap(answer.body()), 1 << 20, 8);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
