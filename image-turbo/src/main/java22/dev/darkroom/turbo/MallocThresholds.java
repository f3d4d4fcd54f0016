package dev.darkroom.turbo;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Collections;

/**
 * Controls how much freed memory glibc's malloc keeps in this process. Each arena keeps its own free memory. There may be one arena per
 * thread, up to eight per core. The thresholds start at the largest values that glibc allows. Once all arenas together keep more than the
 * bound, the thresholds are lowered, so that an arena keeps almost nothing at its end. In addition, malloc_trim(3) gives the pages of other
 * free blocks back every few pictures. Both are needed: the thresholds control only the end of an arena, and malloc_trim(3) everything
 * else. Limiting the number of arenas (M_ARENA_MAX) has no effect here: glibc reads that limit only until there are nine arenas, and the
 * JVM's own threads create more before any Java code runs. Thread-safe.
 */
final class MallocThresholds {
    /** From {@code malloc.h}. */
    private static final int TRIM_THRESHOLD = -1;

    private static final int MMAP_THRESHOLD = -3;
    /** Size of a glibc heap, in bytes. Half of it is the largest M_MMAP_THRESHOLD that glibc accepts. */
    private static final int LARGEST_HEAP = 64 << 20;

    /** Threshold for many arenas, in bytes. malloc maps a new block of more than half of it separately. */
    private static final int SMALL_THRESHOLD = 1 << 20;

    /**
     * Limit for the free memory that all arenas keep together, in bytes. Two threads, or one thread per core, keep about this much with
     * photographs of 12 megapixels.
     */
    private static final long BOUND = Math.max(8, Runtime.getRuntime().availableProcessors()) * (16L << 20);

    /** Position of {@code fordblks} in {@code struct mallinfo}: bytes that are free and not given back, over all arenas. */
    private static final int FORDBLKS_INDEX = 8;

    private static final int FIELDS = 10;

    private final MethodHandle mallopt;
    private final MethodHandle mallinfo;
    private final MethodHandle trim;
    private final boolean wide;
    private boolean bounded;

    private MallocThresholds(NativeLibrary c) {
        mallopt = c.function("mallopt", NativeLibrary.INT, NativeLibrary.INT, NativeLibrary.INT);
        trim = c.function("malloc_trim", NativeLibrary.INT, NativeLibrary.LONG);
        wide = c.has("mallinfo2");
        mallinfo = c.function(
                wide ? "mallinfo2" : "mallinfo",
                MemoryLayout.structLayout(Collections.nCopies(FIELDS, field()).toArray(MemoryLayout[]::new)));
    }

    /** Sets the thresholds to the largest values that glibc's own rule reaches. */
    static MallocThresholds most(NativeLibrary c) {
        MallocThresholds kept = new MallocThresholds(c);
        kept.keep(LARGEST_HEAP);
        return kept;
    }

    /**
     * Gives free memory back to the system if the arenas keep more than the bound. The check takes the lock of each arena in turn: 0.02 ms
     * for 16 arenas. Giving memory back takes some milliseconds for 80 arenas.
     */
    synchronized void check() {
        if (free() <= BOUND) {
            return;
        }
        if (!bounded) {
            bounded = true;
            keep(SMALL_THRESHOLD);
        }
        giveBack();
    }

    /**
     * Gives back the pages of free blocks. The thresholds affect only the end of an arena. Blocks elsewhere stay in the arena, and only
     * their pages go back to the system.
     */
    private void giveBack() {
        try {
            int ignored = (int) trim.invokeExact(0L);
        } catch (Throwable e) {
            throw NativeLibrary.unchecked(e);
        }
    }

    private void keep(int threshold) {
        try {
            int ignored = (int) mallopt.invokeExact(MMAP_THRESHOLD, threshold / 2);
            ignored = (int) mallopt.invokeExact(TRIM_THRESHOLD, threshold);
        } catch (Throwable e) {
            throw NativeLibrary.unchecked(e);
        }
    }

    private long free() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = (MemorySegment) mallinfo.invokeExact((SegmentAllocator) arena);
            return wide
                    ? info.getAtIndex(NativeLibrary.LONG, FORDBLKS_INDEX)
                    : Integer.toUnsignedLong(info.getAtIndex(NativeLibrary.INT, FORDBLKS_INDEX));
        } catch (Throwable e) {
            throw NativeLibrary.unchecked(e);
        }
    }

    /** Type of a field. Before glibc 2.33 there is only {@code mallinfo}, whose fields have 32 bits. */
    private ValueLayout field() {
        return wide ? NativeLibrary.LONG : NativeLibrary.INT;
    }
}
