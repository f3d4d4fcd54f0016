package dev.darkroom.pipeline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conditional writes and counters of several processes that share one folder. */
@Tag("slow")
class FileStoreProcessesTest {
    private static final int PROCESSES = 3;
    private static final int KEYS = 40;
    private static final int INCREMENTS = 30;

    @TempDir
    Path folder;

    @Test
    void ofProcessesAtOnceExactlyOneCreatesEachKeyAndNoIncrementIsLost() throws Exception {
        try (ObjectStore store = FileStore.open(folder)) {
            store.put("counter", number(0), PutOptions.plain());
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                processes.add(start(i));
            }
            for (Process process : processes) {
                assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
                assertThat(process.exitValue()).as(output()).isZero();
            }
            int created = 0;
            for (int i = 0; i < PROCESSES; i++) {
                created += Integer.parseInt(Files.readString(folder.resolve("created-by-" + i + ".txt")));
            }
            assertThat(created).isEqualTo(KEYS);
            assertThat(read(store)).isEqualTo(PROCESSES * INCREMENTS);
        }
    }

    private Process start(int index) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Competitor.class.getName(),
                        folder.toString(),
                        Integer.toString(index))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output.txt").toFile()))
                .start();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output.txt"));
    }

    private static Bytes number(int value) {
        return Bytes.wrap(Integer.toString(value).getBytes(StandardCharsets.UTF_8));
    }

    private static int read(ObjectStore store) throws ImageException {
        Bytes content = store.get("counter", 100).orElseThrow().content();
        return Integer.parseInt(new String(content.toArray(), StandardCharsets.UTF_8));
    }

    /** The main class of one of the processes. */
    static final class Competitor {
        public static void main(String[] args) throws Exception {
            try (ObjectStore store = FileStore.open(Path.of(args[0]))) {
                int created = 0;
                for (int key = 0; key < KEYS; key++) {
                    if (store.put("key-" + key, number(key), PutOptions.plain().ifAbsent())
                            .isStored()) {
                        created++;
                    }
                }
                for (int i = 0; i < INCREMENTS; i++) {
                    increment(store);
                }
                Files.writeString(Path.of(args[0], "created-by-" + args[1] + ".txt"), Integer.toString(created));
            }
        }

        private static void increment(ObjectStore store) throws ImageException {
            while (true) {
                String etag = store.head("counter").orElseThrow().etag();
                int value = read(store);
                if (store.put("counter", number(value + 1), PutOptions.plain().ifMatch(etag))
                        .isStored()) {
                    return;
                }
            }
        }
    }
}
