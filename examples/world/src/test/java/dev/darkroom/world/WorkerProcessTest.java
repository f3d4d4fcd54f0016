package dev.darkroom.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class WorkerProcessTest {
    private static final Duration SOON = Duration.ofMinutes(5);

    @TempDir
    static Path folder;

    private static Path jar;

    @BeforeAll
    static void pack() throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TinyWorker.class.getName());
        jar = folder.resolve("tiny.jar");
        String entry = TinyWorker.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                var classFile = TinyWorker.class.getResourceAsStream("TinyWorker.class")) {
            out.putNextEntry(new ZipEntry(entry));
            classFile.transferTo(out);
        }
    }

    @Test
    void environmentIsExactlyTheOneGiven() throws Exception {
        try (WorkerProcess worker = start("print")) {
            WorkerProcess.ProcessResult ended = worker.await(SOON);

            assertThat(ended.exit()).isEqualTo(3);
            assertThat(ended.out().strip()).isEqualTo("[MODE]");
            assertThat(ended.err().strip()).isEqualTo("on err");
        }
    }

    @Test
    void signalsShowInTheExitStatus() throws Exception {
        try (WorkerProcess terminated = start("wait");
                WorkerProcess interrupted = start("wait");
                WorkerProcess killed = start("wait")) {
            terminated.awaitText("waiting", SOON);
            terminated.terminate();
            interrupted.awaitText("waiting", SOON);
            interrupted.interrupt();
            killed.awaitText("waiting", SOON);

            assertThat(killed.kill().exit()).isEqualTo(WorkerProcess.KILLED);
            assertThat(terminated.await(SOON).exit()).isEqualTo(WorkerProcess.TERMINATED);
            assertThat(interrupted.await(SOON).exit()).isEqualTo(WorkerProcess.INTERRUPTED);
        }
    }

    @Test
    void workerThatHangsIsKilledAndSaid() throws Exception {
        try (WorkerProcess worker = start("wait")) {
            worker.awaitText("waiting", SOON);

            assertThatThrownBy(() -> worker.await(Duration.ofMillis(10))).hasMessageContaining("waiting");
            assertThat(worker.running()).isFalse();
        }
    }

    private static WorkerProcess start(String mode) throws Exception {
        return WorkerProcess.start(Jdk.running(), jar, Map.of("MODE", mode), "-XX:TieredStopAtLevel=1");
    }
}
