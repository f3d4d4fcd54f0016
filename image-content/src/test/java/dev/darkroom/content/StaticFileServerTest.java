package dev.darkroom.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.content.Manifest.Entry;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.pipeline.store.Stores;
import dev.darkroom.spi.delivery.Delivery;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A web server without knowledge of the store finds the files of a file store under the URLs of the store. */
class StaticFileServerTest {
    private static final Duration TIMEOUTS = Duration.ofSeconds(60);

    /** Ids with pairs that some file system treats as equal, and with names that some system or decoder interprets specially. */
    private static final List<String> IDS = List.of(
            "c1",
            "Alice",
            "alice",
            "ALICE",
            "!alice",
            "a b",
            "日本",
            "AUX",
            "aux",
            "CON.txt",
            "a.",
            "a..",
            "..jpg",
            "...",
            "photo..jpg",
            "%41",
            "A",
            "=41",
            "\u00e4",
            "a\u0308",
            "\u00c4",
            "%2e%2e",
            "a%2Fb",
            "x+y",
            "a;b,c",
            "a?b#c",
            "a&b=c",
            "*|:",
            "'\"<b>",
            "~",
            "~long",
            "=long",
            ".darkroom",
            " edge ",
            "🐟",
            "v1.2",
            "photo.JPG",
            "K".repeat(120),
            "日".repeat(60));

    private static final List<Format> FORMATS = List.of(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP, Format.SVG);

    private static final List<String> FILE_NAMES =
            List.of("IMG_1.JPG", "img_1.jpg", "Größe 夕日.jpeg", "photo..jpg", "x/" + "y".repeat(300) + ".JPG");

    @TempDir
    static Path folder;

    private static ObjectStore store;
    private static Contents contents;

    @TempDir
    Path work;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void publish() throws ImageException {
        store = Stores.open("file:" + folder.resolve("media"), Map.of());
        contents = new Contents(store, "{creatorId}/content-thumbnails/{contentId}").urls("/media/");
        for (String id : IDS) {
            contents.publish(delivery(id, Format.WEBP));
        }
        for (Format format : FORMATS) {
            ofFormat(format).publish(delivery("Alice", format));
            ofFormat(format).publish(delivery("日".repeat(60), format));
        }
        for (String key : FILE_NAMES) {
            store.put(key, bytes(key), PutOptions.contentType("image/jpeg"));
        }
    }

    private static Contents ofFormat(Format format) {
        return new Contents(store, format + "/{creatorId}/{contentId}").urls("/media/");
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyUrlOfAManifestIsTheFileItNames(StaticFileServer.Kind kind) throws Exception {
        try (StaticFileServer server = kind.start(folder, work)) {
            Set<String> urls = new TreeSet<>();
            for (String id : IDS) {
                Manifest manifest = contents.read(attributes(id)).orElseThrow();
                for (Entry entry : manifest.variants()) {
                    assertThat(urls.add(entry.url())).as(entry.url()).isTrue();
                    assertServed(server, kind, entry.url(), entry.contentType(), id + " " + entry.name());
                }
            }
            assertThat(urls).hasSize(2 * IDS.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatHasItsMediaType(StaticFileServer.Kind kind) throws Exception {
        try (StaticFileServer server = kind.start(folder, work)) {
            for (Format format : FORMATS) {
                for (String id : List.of("Alice", "日".repeat(60))) {
                    Manifest manifest = ofFormat(format).read(attributes(id)).orElseThrow();
                    for (Entry entry : manifest.variants()) {
                        assertServed(server, kind, entry.url(), format.mediaType(), id + " " + entry.name());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatIsNamedByItsUploaderHasItsPathAndItsType(StaticFileServer.Kind kind) throws Exception {
        try (StaticFileServer server = kind.start(folder, work)) {
            for (String key : FILE_NAMES) {
                assertServed(server, kind, KeyUrl.of("/media/", store.path(key)), "image/jpeg", key);
            }
        }
    }

    private void assertServed(
            StaticFileServer server, StaticFileServer.Kind kind, String url, String mediaType, String content)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.uri(url)).timeout(TIMEOUTS).build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(url).isEqualTo(200);
        assertThat(answer.body()).as(url).isEqualTo(content);
        if (kind.knowsTypes) {
            assertThat(answer.headers().firstValue("Content-Type")).as(url).contains(mediaType);
        }
    }

    private static Delivery delivery(String id, Format format) {
        Delivery upload =
                new ContentUpload(id, List.of("sm", "lg"), format).delivery(Deadline.after(Duration.ofMinutes(1)));
        return new Delivery(
                upload.jobId(),
                attributes(id),
                upload.source(),
                upload.info(),
                upload.renditions(),
                upload.placeholder(),
                upload.earlier(),
                upload.deadline());
    }

    private static Map<String, String> attributes(String id) {
        return Map.of("creatorId", id, "contentId", id);
    }

    private static Bytes bytes(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
