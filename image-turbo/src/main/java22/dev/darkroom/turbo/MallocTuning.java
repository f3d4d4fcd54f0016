package dev.darkroom.turbo;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Tunes glibc's malloc in a process that decodes many pictures, so that it keeps freed memory for the next picture. By its own rule
 * (mallopt(3), M_MMAP_THRESHOLD) glibc keeps twice the largest block that was ever freed, 64 MiB at most, and gives the rest back to the
 * system. If no large block was ever freed, every picture faults the same pages in again, which costs up to a tenth of its time. This class
 * sets the largest values of that rule at once. It lowers them if many threads together keep too much: see {@link MallocThresholds}. It
 * changes nothing if the environment sets one of these values, or if the C library is not glibc.
 */
final class MallocTuning {
    /** Blocks before the tuning starts. A process that decodes one picture needs less memory without the tuning. */
    private static final int BLOCKS_BEFORE_TUNING = 64;
    /** Blocks between two checks: those of about half as many pictures as there are cores, at least of four pictures. */
    private static final int BLOCKS_BETWEEN_CHECKS =
            4 * Math.max(8, Runtime.getRuntime().availableProcessors());

    private static final AtomicInteger TAKEN = new AtomicInteger();
    private static volatile @Nullable MallocThresholds kept;

    private MallocTuning() {}

    /** Counts a block. The caller calls this whenever it allocates memory for a picture. */
    static void taken() {
        int taken = TAKEN.incrementAndGet();
        if (taken == BLOCKS_BEFORE_TUNING && isGlibcs() && !isSetByUser()) {
            kept = MallocThresholds.most(NativeLibrary.c());
        } else if (taken % BLOCKS_BETWEEN_CHECKS == 0) {
            MallocThresholds ours = kept;
            if (ours != null) {
                ours.check();
            }
        }
    }

    private static boolean isGlibcs() {
        NativeLibrary c = NativeLibrary.c();
        return c.has("gnu_get_libc_version") && c.has("mallopt") && c.has("mallinfo") && c.has("malloc_trim");
    }

    private static boolean isSetByUser() {
        return System.getenv().entrySet().stream()
                .anyMatch(set -> set.getKey().matches("MALLOC_(TRIM_THRESHOLD|MMAP_THRESHOLD|TOP_PAD|MMAP_MAX)_")
                        || set.getKey().equals("GLIBC_TUNABLES")
                                && set.getValue().contains("glibc.malloc."));
    }
}
