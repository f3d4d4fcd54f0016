package dev.darkroom.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.world.Jdk;
import dev.darkroom.world.LocalServices;
import dev.darkroom.world.S3Server;
import dev.darkroom.world.WorkerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the jar as a process, as users start it. */
class ServerIT {
    private static final Path JAR = Path.of(System.getProperty("darkroom.upload.jar", "target/upload-servlet.jar"));
    private static final Pattern PAGE =
            Pattern.compile("Page: (http://127\\.0\\.0\\.1:\\d+)/#creator=demo&token=(\\S+)");
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    private WorkerProcess start(Jdk jdk, Map<String, String> variables) throws IOException {
        return WorkerProcess.start(jdk, JAR, variables, "-Xmx128m");
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void itServesWithNothingSetAndStopsInOrder(int feature) throws Exception {
        Optional<Jdk> jdk = Jdk.find(feature);
        assumeTrue(jdk.isPresent(), "there is no Java " + feature + " here");
        String store = folder.resolve("data").toUri().toString();
        try (WorkerProcess server = start(jdk.get(), Map.of("PORT", "0", "STORE", store))) {
            assertUploads(server);
            assertThat(folder.resolve("data/demo/content-thumbnails/1/lg.webp")).isNotEmptyFile();
            server.terminate();
            WorkerProcess.ProcessResult ended = server.await(LIMIT);
            assertThat(ended.exit()).isEqualTo(WorkerProcess.TERMINATED);
            assertThat(ended.out()).contains("Stopping");
        }
    }

    @Test
    void itsStoreCanBeR2() throws Exception {
        try (S3Server s3 = S3Server.start();
                LocalServices world = LocalServices.on(s3)) {
            Map<String, String> variables = world.environmentFor("none", 0, "none");
            variables.putAll(Map.of("PORT", "0", "STORE", "r2"));
            try (WorkerProcess server = start(Jdk.running(), variables)) {
                assertUploads(server);
            }
            assertThat(world.staging().keys())
                    .contains("demo/content-thumbnails/1/sm.webp", "demo/content-thumbnails/1/manifest.json")
                    .hasSize(7);
        }
    }

    private static void assertUploads(WorkerProcess server) throws Exception {
        server.awaitText("Page: ", LIMIT);
        Matcher page = PAGE.matcher(server.out());
        assertThat(page.find()).as(server.out()).isTrue();
        URI address = URI.create(page.group(1) + "/api/creators/demo/content/1/thumbnail");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + page.group(2))
                .POST(BodyPublishers.ofByteArray(UploadSamples.jpeg(2400, 1600)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body() + server.err()).isEqualTo(201);
    }

    @Test
    void aWrongSettingIsToldInOneLine() throws Exception {
        for (Map<String, String> wrong : new Map[] {
            Map.of("PORT", "http"), Map.of("TOKENS", "c1:short"), Map.of("STORE", "r2"), Map.of("LINK_SECRET", "short")
        }) {
            try (WorkerProcess server = start(Jdk.running(), wrong)) {
                WorkerProcess.ProcessResult ended = server.await(LIMIT);
                assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
                assertThat(ended.err()).startsWith("upload-servlet: ").hasLineCount(1);
            }
        }
    }

    @Test
    void aTakenPortIsToldInOneLine() throws Exception {
        String store = Files.createDirectories(folder.resolve("data")).toUri().toString();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                WorkerProcess server =
                        start(Jdk.running(), Map.of("PORT", String.valueOf(taken.getLocalPort()), "STORE", store))) {
            WorkerProcess.ProcessResult ended = server.await(LIMIT);
            assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
            assertThat(ended.err()).contains("upload-servlet: ").contains(String.valueOf(taken.getLocalPort()));
        }
    }
}
