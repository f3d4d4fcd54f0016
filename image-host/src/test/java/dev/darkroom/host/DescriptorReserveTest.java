package dev.darkroom.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.darkroom.core.ImageException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reserve in a process with enough descriptors. The reference worker tests it with processes that are short of them. */
class DescriptorReserveTest {
    private static final Path OPEN = Path.of("/proc/self/fd");

    @TempDir
    private Path folder;

    @Test
    void descriptorsAreHeldUntilItIsClosed() throws Exception {
        assumeThat(OPEN).as("a system that lists a process's descriptors").isDirectory();
        Path file = Files.writeString(folder.resolve("file"), "x");
        DescriptorReserve reserve = new DescriptorReserve(file.toFile());
        assertThat(openOf(file)).isEqualTo(4);
        reserve.close();
        assertThat(openOf(file)).isZero();
        reserve.close();
    }

    @Test
    void withoutAFileToOpenNothingIsHeldAndNothingFails() throws ImageException {
        new DescriptorReserve(folder.resolve("none").toFile()).close();
    }

    private static int openOf(Path file) throws IOException {
        int count = 0;
        try (DirectoryStream<Path> links = Files.newDirectoryStream(OPEN)) {
            for (Path link : links) {
                try {
                    count += Files.readSymbolicLink(link).equals(file.toRealPath()) ? 1 : 0;
                } catch (NoSuchFileException e) {
                    // the stream was closed in between
                }
            }
        }
        return count;
    }
}
