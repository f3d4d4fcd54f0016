package dev.darkroom.turbo;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Collections;

/**
 * How much freed memory glibc's malloc keeps in this process. Each arena keeps its own, and there may be as many arenas as threads, up to
 * eight per core. The thresholds start at what glibc itself allows. Once all arenas together keep more than the bound, an arena keeps next
 * to nothing at its end, and the pages of other free blocks are given back every few pictures. Neither is enough alone: the thresholds are
 * about the end of an arena, and malloc_trim(3) about all else. Limiting the number of arenas (M_ARENA_MAX) has no effect here: glibc reads
 * that limit until there are nine arenas, and a JVM's own threads have made more before any Java code runs. Thread-safe.
 */
final class MallocThresholds {
    /** From {@code malloc.h}. */
    private static final int TRIM_THRESHOLD = -1;

    private static final int MMAP_THRESHOLD = -3;
    /** Of glibc's heaps; half of it is the largest M_MMAP_THRESHOLD that is accepted. */
    private static final int LARGEST_HEAP = 64 << 20;

    /** Where there are many arenas. New blocks of more than half of it get a mapping of their own. */
    private static final int LITTLE = 1 << 20;

    /** What two threads keep, or as many threads as there are cores, with photographs of 12 megapixels. */
    private static final long BOUND = Math.max(8, Runtime.getRuntime().availableProcessors()) * (16L << 20);

    /** Position of {@code fordblks} in {@code struct mallinfo}: bytes that are free and not given back, over all arenas. */
    private static final int FREE = 8;

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

    /** Has malloc keep as much as its own rule ever lets it. */
    static MallocThresholds most(NativeLibrary c) {
        MallocThresholds kept = new MallocThresholds(c);
        kept.keep(LARGEST_HEAP);
        return kept;
    }

    /**
     * Gives back what is kept beyond the bound. To ask takes the locks of all arenas one by one, 0.02 ms for 16 arenas; to give back takes
     * some milliseconds for 80.
     */
    synchronized void check() {
        if (free() <= BOUND) {
            return;
        }
        if (!bounded) {
            bounded = true;
            keep(LITTLE);
        }
        giveBack();
    }

    /** The threshold is only about the end of an arena. Blocks elsewhere stay free in it, and only their pages are given back. */
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
                    ? info.getAtIndex(NativeLibrary.LONG, FREE)
                    : Integer.toUnsignedLong(info.getAtIndex(NativeLibrary.INT, FREE));
        } catch (Throwable e) {
            throw NativeLibrary.unchecked(e);
        }
    }

    /** Before glibc 2.33 there is only {@code mallinfo}, whose numbers are of 32 bits. */
    private ValueLayout field() {
        return wide ? NativeLibrary.LONG : NativeLibrary.INT;
    }
}
