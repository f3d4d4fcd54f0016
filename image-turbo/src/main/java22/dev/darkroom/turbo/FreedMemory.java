package dev.darkroom.turbo;

import java.lang.invoke.MethodHandle;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Has glibc keep what a picture gave back for the next one, in a process that does many. By its own rule (mallopt(3), M_MMAP_THRESHOLD) it
 * gives memory back to the system beyond twice the largest block that was ever freed, 64 MiB at most; so where no large block came by, every
 * picture faults the same pages in again, up to a tenth of its time. This takes the process to the end of that rule at once. Whoever has set
 * any of this in the environment is left alone, and so are other C libraries.
 */
final class FreedMemory {
    /** A process of one picture takes less memory without. */
    private static final int FEW = 64;

    /** From {@code malloc.h}. */
    private static final int TRIM_THRESHOLD = -1;

    private static final int MMAP_THRESHOLD = -3;
    /** Half of the largest heap of glibc's malloc, the most it accepts. */
    private static final int LARGEST_BLOCK = 32 << 20;

    private static final AtomicInteger TAKEN = new AtomicInteger();

    private FreedMemory() {}

    /** To be called whenever a picture's memory is taken. */
    static void taken() {
        if (TAKEN.get() < FEW && TAKEN.incrementAndGet() == FEW && isGlibcs() && !isSetByUser()) {
            keep();
        }
    }

    private static boolean isGlibcs() {
        NativeLibrary c = NativeLibrary.c();
        return c.has("gnu_get_libc_version") && c.has("mallopt");
    }

    private static boolean isSetByUser() {
        return System.getenv().entrySet().stream()
                .anyMatch(set -> set.getKey().matches("MALLOC_(TRIM_THRESHOLD|MMAP_THRESHOLD|TOP_PAD|MMAP_MAX)_")
                        || set.getKey().equals("GLIBC_TUNABLES")
                                && set.getValue().contains("glibc.malloc."));
    }

    private static void keep() {
        MethodHandle mallopt =
                NativeLibrary.c().function("mallopt", NativeLibrary.INT, NativeLibrary.INT, NativeLibrary.INT);
        try {
            int ignored = (int) mallopt.invokeExact(MMAP_THRESHOLD, LARGEST_BLOCK);
            ignored = (int) mallopt.invokeExact(TRIM_THRESHOLD, 2 * LARGEST_BLOCK);
        } catch (Throwable e) {
            throw NativeLibrary.unchecked(e);
        }
    }
}
