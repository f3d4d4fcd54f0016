package dev.darkroom.hostile.table.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that native libraries print nothing. Their output does not use Java's streams, so the table runs in a process whose file
 * descriptors 1 and 2 the test reads.
 */
class NativeOutputTest {
    @Test
    void noInputMakesAProcessPrintAnything(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(20, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(err).isEmptyFile();
        assertThat(Files.readString(out)).matches("[1-9][0-9]* inputs\\R");
        assertThat(process.exitValue()).isZero();
    }

    private static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Djava.awt.headless=true",
                "-Ddarkroom.turbo=" + System.getProperty("darkroom.turbo", "auto"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                HostileCasesProcess.class.getName());
    }
}
