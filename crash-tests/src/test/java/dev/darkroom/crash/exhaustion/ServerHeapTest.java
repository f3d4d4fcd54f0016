package dev.darkroom.crash.exhaustion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.darkroom.world.demo.GeneratedPhoto;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests an upload servlet whose heap is too small for the uploads, with a memory limit that is set too high. */
class ServerHeapTest {
    private static final int CLIENTS = 6;
    private static final Map<String, String> NO_MEMORY_LIMIT = Map.of("UPLOAD_MEMORY", "900000000");

    private static byte[] large;
    private static byte[] small;

    @TempDir
    private Path folder;

    @BeforeAll
    static void paint() throws IOException {
        assumeThat(LimitedProcess.SERVLET).isRegularFile();
        large = GeneratedPhoto.jpeg(4000, 3000);
        small = GeneratedPhoto.jpeg(640, 480);
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 32, 48, 64})
    void everyUploadIsAnsweredAndTheServerGoesOnServing(int heapMib) throws Exception {
        Path store = folder.resolve("data");
        List<String> answers = new ArrayList<>();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (LimitedServer server =
                LimitedServer.start(store, NO_MEMORY_LIMIT, "true", "-Xmx" + heapMib + "m", "-Ddarkroom.turbo=off")) {
            List<Future<String>> sent = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                String content = "large" + i;
                sent.add(clients.submit(() -> answer(server, content, large)));
            }
            for (Future<String> each : sent) {
                answers.add(each.get());
            }
            HttpResponse<String> after = server.uploadPatiently("small", small);
            System.out.println("servlet with " + heapMib + " MB of heap: " + answers + ", then " + after.statusCode());
            assertThat(server.runs()).as(server.said()).isTrue();
            assertThat(after.statusCode()).as(after.body() + server.said()).isEqualTo(201);
            assertThat(answers).as(server.said()).allMatch(answer -> answer.matches("201|413|422|429|5\\d\\d typed"));
        } finally {
            clients.shutdownNow();
        }
        assertThat(FileStoreCheck.faults(store)).isEmpty();
        assertThat(LimitedServer.folder(store, "small")).isDirectory();
        assertThat(Files.exists(LimitedServer.folder(store, "large0").resolve("manifest.json")))
                .isEqualTo(answers.get(0).equals("201"));
    }

    private static String answer(LimitedServer server, String content, byte[] picture) throws InterruptedException {
        try {
            HttpResponse<String> answer = server.upload(content, picture);
            boolean typed = answer.body().contains("\"type\"") || answer.body().contains("\"code\"");
            return answer.statusCode() < 500
                    ? "" + answer.statusCode()
                    : answer.statusCode() + (typed ? " typed" : answer.body());
        } catch (IOException e) {
            return e.toString();
        }
    }
}
