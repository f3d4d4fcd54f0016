package dev.darkroom.turbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.turbo.memory.NativeMemoryProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests {@link MallocTuning} in new processes, because malloc's thresholds depend on the blocks that were freed before. A large block is
 * either in malloc's heap, which stays after the block is freed, or in a separate mapping, which ends with the block.
 */
@Tag("slow")
class MallocTuningTest {
    private static final Path MAPS = Path.of("/proc/self/maps");
    /** Almost the largest block, in bytes, that malloc allocates in its heap. */
    private static final int BLOCK = 30 << 20;

    @BeforeEach
    void nativeMemoryIsHere() {
        NativeLibraryAssumption.require(new NativeMemoryProvider());
        assumeTrue(Files.exists(MAPS), "not applicable: malloc's heap is read from /proc, which only Linux has");
    }

    @Test
    void aProcessOfManyPicturesKeepsTheMemoryOfTheLast() throws Exception {
        assertThat(heapAfter(100, Map.of())).isGreaterThanOrEqualTo(BLOCK);
    }

    @Test
    void aProcessOfFewGivesItBack() throws Exception {
        assertThat(heapAfter(1, Map.of())).isLessThan(BLOCK);
    }

    @Test
    void whoeverHasSetItOtherwiseIsLeftAlone() throws Exception {
        assertThat(heapAfter(100, Map.of("MALLOC_MMAP_THRESHOLD_", "131072"))).isLessThan(BLOCK);
        assertThat(heapAfter(100, Map.of("GLIBC_TUNABLES", "glibc.malloc.mmap_threshold=131072")))
                .isLessThan(BLOCK);
    }

    private static long heapAfter(int pictures, Map<String, String> environment) throws Exception {
        ProcessBuilder child = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                MallocTuningTest.class.getName(),
                String.valueOf(pictures));
        child.environment().keySet().removeIf(name -> name.startsWith("MALLOC_") || name.equals("GLIBC_TUNABLES"));
        child.environment().put("MALLOC_ARENA_MAX", "1");
        child.environment().putAll(environment);
        Process running = child.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(running.waitFor()).isZero();
        return Long.parseLong(said);
    }

    /** The child process: takes memory for the given number of small pictures, then for a large one. */
    public static void main(String[] arguments) throws Exception {
        for (int picture = 0; picture < Integer.parseInt(arguments[0]); picture++) {
            picture(1000);
        }
        picture(BLOCK);
        System.out.println(heap());
    }

    private static void picture(int bytes) throws ImageException {
        try (Memory memory = new NativeMemoryProvider().open(bytes + 64L)) {
            memory.allocate(bytes, 32);
        }
    }

    /** Bytes of the mapping {@code [heap]} (proc_pid_maps(5)). */
    private static long heap() throws IOException {
        return Files.readAllLines(MAPS).stream()
                .filter(line -> line.endsWith("[heap]"))
                .map(line -> line.split("[- ]"))
                .mapToLong(fields -> Arrays.stream(fields, 0, 2)
                        .mapToLong(address -> Long.parseLong(address, 16))
                        .reduce(0, (start, end) -> end - start))
                .sum();
    }
}
