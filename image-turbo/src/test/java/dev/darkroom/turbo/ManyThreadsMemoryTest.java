package dev.darkroom.turbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.turbo.jpeg.TurboJpegDecoderProvider;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Measures the memory that 64 threads leave in glibc's arenas after their pictures are done. Each measurement runs in a new process with up
 * to 512 arenas, as on a machine of 64 cores.
 */
class ManyThreadsMemoryTest {
    private static final Path MAPPINGS = Path.of("/proc/self/smaps");
    private static final int THREADS = 64;
    private static final int PICTURES_PER_THREAD = 2;
    private static final long MIB = 1 << 20;
    /** Deadline and queue wait: the last of 64 pictures waits for all others. */
    private static final Duration LIMIT = Duration.ofMinutes(30);

    /** The bound of a machine of up to 8 cores, plus memory that is used otherwise or lies between used blocks. */
    private static final long BOUNDED = (128 + 64) * MIB;

    /** The thresholds that {@link MallocTuning} sets for few threads, here set by the user. */
    private static final String FIXED = "glibc.malloc.mmap_threshold=33554432:glibc.malloc.trim_threshold=67108864";

    private static final String ARENAS = "glibc.malloc.arena_max=512";

    @BeforeEach
    void theFastLaneIsHere() {
        NativeLibraryAssumption.require(new TurboJpegDecoderProvider());
        assumeTrue(Files.exists(MAPPINGS), "not applicable: needs Linux");
    }

    @Test
    void manyThreadsTogetherKeepNoMoreThanTheBound() throws Exception {
        Kept kept = keptBy(Map.of("MALLOC_ARENA_MAX", "512"));
        System.out.println("ManyThreadsMemoryTest: " + kept);
        assertThat(kept.arenas()).isGreaterThanOrEqualTo(THREADS);
        assertThat(kept.bytes()).isLessThan(BOUNDED);
    }

    @Test
    void withFixedThresholdsTheyWouldKeepMore() throws Exception {
        Kept kept = keptBy(Map.of("GLIBC_TUNABLES", ARENAS + ":" + FIXED));
        System.out.println("ManyThreadsMemoryTest, with thresholds fixed by the user: " + kept);
        assertThat(kept.bytes()).isGreaterThan(BOUNDED);
    }

    private record Kept(int arenas, long bytes) {
        static Kept parse(String line) {
            String[] numbers = line.split(" ");
            return new Kept(Integer.parseInt(numbers[0]), Long.parseLong(numbers[1]));
        }

        @Override
        public String toString() {
            return bytes / MIB + " MiB are resident in " + arenas + " arenas";
        }
    }

    private static Kept keptBy(Map<String, String> environment) throws Exception {
        ProcessBuilder child = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ManyThreadsMemoryTest.class.getName());
        child.environment().keySet().removeIf(name -> name.startsWith("MALLOC_") || name.equals("GLIBC_TUNABLES"));
        child.environment().putAll(environment);
        Process running = child.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(running.waitFor()).isZero();
        return Kept.parse(said);
    }

    /** The child process: every thread makes its pictures and then stays alive. */
    public static void main(String[] arguments) throws Exception {
        Bytes photo = photo();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, ManyThreadsMemoryTest::daemon);
        try (Pipeline pipeline = Pipeline.builder()
                .limits(Limits.untrusted().deadline(LIMIT))
                .queueWait(LIMIT)
                .variant(Variant.named("large").width(2000).encode(Encoding.jpeg()))
                .build()) {
            List<Future<Outcome>> done = new ArrayList<>();
            for (int picture = 0; picture < THREADS * PICTURES_PER_THREAD; picture++) {
                done.add(threads.submit(() -> pipeline.process(Source.of(photo), Map.of())));
            }
            for (Future<Outcome> one : done) {
                if (!(one.get() instanceof Outcome.Completed)) {
                    throw new IllegalStateException("a picture was not made: " + one.get());
                }
            }
        }
        System.out.println(arenas());
    }

    /** A daemon thread that ends only with the process. */
    private static Thread daemon(Runnable pictures) {
        Thread thread = new Thread(pictures);
        thread.setDaemon(true);
        return thread;
    }

    private static Bytes photo() throws IOException {
        BufferedImage image = new BufferedImage(2400, 1800, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, (x * x / 97 + y) & 0xFF | (y * y / 89 & 0xFF) << 8 | (x + y & 0xFF) << 16);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", file);
        return Bytes.wrap(file.toByteArray());
    }

    /**
     * The number of arenas and their resident bytes. The heap of an arena is mapped at a multiple of its largest size, and only its used
     * part is writable.
     */
    private static String arenas() throws IOException {
        int arenas = 0;
        long resident = 0;
        boolean inArena = false;
        for (String line : Files.readAllLines(MAPPINGS)) {
            String[] fields = line.split("[- ]+");
            if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
                long start = Long.parseUnsignedLong(fields[0], 16);
                long size = Long.parseUnsignedLong(fields[1], 16) - start;
                boolean heap = start % (64 * MIB) == 0 && size <= 64 * MIB && start > 1L << 40;
                inArena = line.endsWith("[heap]") || heap && fields[2].startsWith("rw");
                arenas += inArena ? 1 : 0;
            } else if (inArena && line.startsWith("Rss:")) {
                resident += Long.parseLong(fields[1]) * 1024;
            }
        }
        return arenas + " " + resident;
    }
}
