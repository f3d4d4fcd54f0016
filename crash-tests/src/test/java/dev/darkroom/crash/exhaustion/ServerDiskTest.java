package dev.darkroom.crash.exhaustion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.world.demo.GeneratedPhoto;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests an upload servlet whose store is full. Partial updates are not visible, existing files stay, and uploads work again when there is
 * space.
 */
class ServerDiskTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void jars() {
        assumeThat(LimitedProcess.SERVLET).isRegularFile();
    }

    /** Writing past 16 KB of a file fails, as on a full disk, for every user (RLIMIT_FSIZE, in blocks of 512 bytes). */
    @Test
    void aWriteThatFailsHalfWayLeavesNothingVisible() throws Exception {
        Path store = folder.resolve("data");
        try (LimitedServer server = LimitedServer.start(store, Map.of(), "ulimit -f 32", "-Xmx128m")) {
            HttpResponse<String> failed = server.uploadPatiently("large", GeneratedPhoto.jpeg(2400, 1800));
            assertTyped(failed, server);
            assertThat(LimitedServer.folder(store, "large").resolve("manifest.json"))
                    .doesNotExist();
            assertThat(FileStoreCheck.faults(store)).isEmpty();
            HttpResponse<String> small = server.uploadPatiently("small", GeneratedPhoto.jpeg(200, 150));
            assertThat(small.statusCode()).as(small.body() + server.said()).isEqualTo(201);
        }
        assertThat(FileStoreCheck.faults(store)).isEmpty();
    }

    /** Uses a real full file system, if the process may mount a small one. */
    @Test
    void aFullFileSystemKeepsWhatItHadAndServesAgainWhenThereIsRoom() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                ran("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()),
                "not applicable: this process may not mount a file system");
        try {
            fill(disk);
        } finally {
            ran("umount", "-l", disk.toString());
        }
    }

    private static void fill(Path disk) throws Exception {
        Path store = disk.resolve("data");
        Path ballast = disk.resolve("ballast");
        byte[] first = GeneratedPhoto.jpeg(1200, 900);
        byte[] second = GeneratedPhoto.jpeg(2400, 1800);
        try (LimitedServer server = LimitedServer.start(store, Map.of(), "true", "-Xmx128m")) {
            assertThat(server.uploadPatiently("1", first).statusCode()).isEqualTo(201);
            String before = Files.readString(LimitedServer.folder(store, "1").resolve("manifest.json"));
            long room = Files.getFileStore(disk).getUsableSpace();
            for (long left : new long[] {0, 8_000, 32_000, 64_000}) {
                Files.write(ballast, new byte[(int) Math.max(0, room - left)]);
                HttpResponse<String> failed = server.uploadPatiently("1", second);
                assertTyped(failed, server);
                assertThat(Files.readString(LimitedServer.folder(store, "1").resolve("manifest.json")))
                        .isEqualTo(before);
                assertThat(FileStoreCheck.faults(store))
                        .as("with " + left + " free bytes")
                        .isEmpty();
            }
            Files.delete(ballast);
            HttpResponse<String> again = server.uploadPatiently("1", second);
            assertThat(again.statusCode()).as(again.body() + server.said()).isEqualTo(201);
            assertThat(FileStoreCheck.faults(store)).isEmpty();
        }
    }

    private static void assertTyped(HttpResponse<String> answer, LimitedServer server) {
        assertThat(answer.statusCode()).as(answer.body() + server.said()).isBetween(500, 599);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
        assertThat(answer.body()).doesNotContain("/data", "java.", "Exception");
    }

    private static boolean ran(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
