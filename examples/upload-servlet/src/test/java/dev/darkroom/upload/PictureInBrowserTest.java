package dev.darkroom.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.darkroom.content.Contents;
import dev.darkroom.content.Manifest;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineBuilder;
import dev.darkroom.pipeline.store.Stores;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.world.demo.GeneratedPhoto;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests which files a real browser fetches for the {@code picture} element of a manifest. A server serves the folder of a file store. */
class PictureInBrowserTest {
    private static final Map<String, String> CONTENT = Map.of("creatorId", "Zoë & Co", "contentId", "42");

    private static Browser browser;

    @TempDir
    Path folder;

    private final Queue<String> fetched = new ConcurrentLinkedQueue<>();
    private volatile String page = "";
    private HttpServer server;

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/page",
                exchange -> answer(exchange, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8)));
        server.createContext("/media/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            fetched.add(path.substring(path.lastIndexOf('/') + 1));
            Path file = folder.resolve(path.substring("/media/".length()));
            String type = path.endsWith(".webp") ? "image/webp" : URLConnection.guessContentTypeFromName(path);
            answer(exchange, type, Files.readAllBytes(file));
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void ofJpegAndWebpTheWebpIsFetchedAlone() throws Exception {
        PipelineBuilder pipeline = Pipeline.builder()
                .variant(Variant.named("jpeg-400").width(400).encode(Encoding.jpeg()))
                .variant(Variant.named("jpeg-800").width(800).encode(Encoding.jpeg()))
                .variant(Variant.named("webp-400").width(400).encode(Encoding.webp()))
                .variant(Variant.named("webp-800").width(800).encode(Encoding.webp()));
        assertThat(shown(pipeline)).isEqualTo("webp-800.webp");
        assertThat(fetched).containsExactly("webp-800.webp");
    }

    @Test
    void ofPngAndJpegTheJpegIsFetchedAlone() throws Exception {
        PipelineBuilder pipeline = Pipeline.builder()
                .variant(Variant.named("png").width(400).encode(Encoding.png()))
                .variant(Variant.named("jpeg").width(400).encode(Encoding.jpeg()));
        assertThat(shown(pipeline)).isEqualTo("jpeg.jpg");
        assertThat(fetched).containsExactly("jpeg.jpg");
    }

    /** The file that the browser has decoded and shows. */
    private String shown(PipelineBuilder builder) throws Exception {
        try (ObjectStore store = Stores.open(folder.toUri().toString(), Map.of())) {
            Contents contents = new Contents(store, "{creatorId}/pictures/{contentId}").urls("/media/");
            try (Pipeline pipeline = builder.store(contents).build()) {
                Outcome outcome = pipeline.process(Source.of(GeneratedPhoto.jpeg(1000, 800)), CONTENT);
                assertThat(outcome).isInstanceOf(Outcome.Completed.class);
            }
            Manifest manifest = contents.read(CONTENT).orElseThrow();
            page = "<!doctype html><title>Test</title>" + manifest.picture("a photo", "800px");
        }
        browser.open("http://127.0.0.1:" + server.getAddress().getPort() + "/page", 1000, 900);
        Object source = browser.runAsync(
                "const img = document.querySelector('img');"
                        + "img.loading = 'eager'; img.decode().then(() => done(img.currentSrc), e => done('not shown: ' + e));");
        assertThat(String.valueOf(source)).startsWith("http://127.0.0.1");
        return source.toString().substring(source.toString().lastIndexOf('/') + 1);
    }
}
