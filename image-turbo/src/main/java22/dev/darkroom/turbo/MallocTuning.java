package dev.darkroom.turbo;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Has glibc keep what a picture gave back for the next one, in a process that does many. By its own rule (mallopt(3), M_MMAP_THRESHOLD) it
 * gives memory back to the system beyond twice the largest block that was ever freed, 64 MiB at most; so where no large block came by, every
 * picture faults the same pages in again, up to a tenth of its time. This takes the process to the end of that rule at once, and back where
 * many threads together keep too much: see {@link MallocThresholds}. Whoever has set any of this in the environment is left alone, and so are
 * other C libraries.
 */
final class MallocTuning {
    /** A process of one picture takes less memory without. */
    private static final int FEW = 64;
    /** That many blocks belong to about half as many pictures as there are cores, four at least. */
    private static final int BETWEEN_CHECKS =
            4 * Math.max(8, Runtime.getRuntime().availableProcessors());

    private static final AtomicInteger TAKEN = new AtomicInteger();
    private static volatile @Nullable MallocThresholds kept;

    private MallocTuning() {}

    /** To be called whenever a picture's memory is taken. */
    static void taken() {
        int taken = TAKEN.incrementAndGet();
        if (taken == FEW && isGlibcs() && !isSetByUser()) {
            kept = MallocThresholds.most(NativeLibrary.c());
        } else if (taken % BETWEEN_CHECKS == 0) {
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
