package dev.darkroom.crash.exhaustion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.darkroom.world.demo.GeneratedPhoto;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests an upload servlet whose file descriptors are all in use by idle connections. */
class ServerDescriptorsTest {
    private static final int DESCRIPTORS = 64;
    private static final int TIMEOUT_SECONDS = 3;

    @TempDir
    private Path folder;

    @BeforeEach
    void jars() {
        assumeThat(LimitedProcess.SERVLET).isRegularFile();
    }

    @Test
    void anUploadWithoutDescriptorsFailsInATypedWayOrWaitsAndTheServerGoesOnServing() throws Exception {
        Path store = folder.resolve("data");
        byte[] picture = GeneratedPhoto.jpeg(1200, 900);
        ExecutorService client = Executors.newSingleThreadExecutor();
        try (LimitedServer server = LimitedServer.start(store, Map.of(), "ulimit -n " + DESCRIPTORS, "-Xmx128m")) {
            // its connection is reused by the next upload
            assertThat(server.uploadPatiently("before", picture).statusCode())
                    .as(server.said())
                    .isEqualTo(201);
            Future<HttpResponse<String>> meanwhile;
            List<Socket> idle = new ArrayList<>();
            try {
                for (int i = 0; i < 2 * DESCRIPTORS; i++) {
                    idle.add(new Socket(
                            server.address().getHost(), server.address().getPort()));
                }
                meanwhile = client.submit(() -> server.uploadPatiently("meanwhile", picture));
                await(meanwhile);
            } finally {
                for (Socket socket : idle) {
                    close(socket);
                }
            }
            HttpResponse<String> answer = meanwhile.get(10, TimeUnit.MINUTES);
            System.out.println("servlet with " + DESCRIPTORS + " descriptors, all taken: " + answer.statusCode());
            assertThat(answer.statusCode()).as(answer.body()).isIn(201, 500, 502, 503);
            assertThat(answer.body()).startsWith("{").doesNotContain("/data", "java.", "Exception");
            HttpResponse<String> after = server.uploadPatiently("after", picture);
            assertThat(after.statusCode()).as(after.body() + server.said()).isEqualTo(201);
        } finally {
            client.shutdownNow();
        }
        assertThat(FileStoreCheck.faults(store)).isEmpty();
    }

    /** Waits for a short time. The upload may fail at once, or wait until descriptors are free again. */
    private static void await(Future<?> upload) throws Exception {
        try {
            upload.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // it is still waiting
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // the server has closed it
        }
    }
}
