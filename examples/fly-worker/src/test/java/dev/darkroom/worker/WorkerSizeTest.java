package dev.darkroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Limits the size of the worker. It only composes the library; general code belongs to the library. */
class WorkerSizeTest {
    private static final int MOST = 200;

    @Test
    void theWorkerIsAtMostTwoHundredLinesOfItsOwn() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        long lines = 0;
        for (Path source : sources) {
            lines += Files.readString(source)
                    .replaceAll("(?s)/\\*.*?\\*/", "")
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty()
                            && !line.startsWith("//")
                            && !line.startsWith("import ")
                            && !line.startsWith("package "))
                    .count();
        }
        assertThat(sources).isNotEmpty();
        assertThat(lines).isBetween(100L, (long) MOST);
    }
}
