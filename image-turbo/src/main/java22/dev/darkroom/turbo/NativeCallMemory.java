package dev.darkroom.turbo;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;

/**
 * What one call into a library works on, charged to the job and given back as a whole. What is used after it was closed throws, and never
 * reads what others have there by then.
 */
public final class NativeCallMemory implements AutoCloseable {
    private static final MethodHandle MALLOC =
            NativeLibrary.c().function("malloc", NativeLibrary.POINTER, NativeLibrary.LONG);
    private static final MethodHandle CALLOC =
            NativeLibrary.c().function("calloc", NativeLibrary.POINTER, NativeLibrary.LONG, NativeLibrary.LONG);
    private static final MethodHandle FREE = NativeLibrary.c().procedure("free", NativeLibrary.POINTER);

    private final Arena arena;
    private final Memory.Charge charge;

    private NativeCallMemory(Arena arena, Memory.Charge charge) {
        this.arena = arena;
        this.charge = charge;
        NativeResourceCounter.ARENAS.taken();
        MallocTuning.taken();
    }

    /**
     * For the calling thread alone.
     *
     * @param bytes charged at once: all that is going to be allocated here, and what the library allocates by itself
     */
    public static NativeCallMemory open(long bytes, Memory memory) throws ImageException {
        return new NativeCallMemory(Arena.ofConfined(), memory.charge(bytes));
    }

    /**
     * For memory that was charged already, to be read and closed by any thread. Closing it waits until every other thread has shown that it
     * does not read there just then, a tenth of a millisecond where one of them is at work.
     *
     * @param charge ends with it
     */
    public static NativeCallMemory charged(Memory.Charge charge) {
        return new NativeCallMemory(Arena.ofShared(), charge);
    }

    /**
     * What is not yet given back, in the whole process: see {@link NativeResourceCounter#told}.
     *
     * @throws LinkageError where the system's functions cannot be called, like all else here
     */
    public static String inUse() {
        return NativeResourceCounter.told();
    }

    /** For arguments: zeroed. */
    public SegmentAllocator small() {
        return arena;
    }

    /** Not zeroed: what is not written there may hold anything. Aligned for any type. */
    public MemorySegment allocate(long bytes) {
        try {
            return block((MemorySegment) MALLOC.invokeExact(Math.max(1, bytes)), bytes);
        } catch (Throwable e) {
            throw NativeLibrary.unchecked(e);
        }
    }

    /**
     * @param align a power of two
     */
    public MemorySegment allocateZeroed(long bytes, int align) {
        long room = bytes + align;
        try {
            MemorySegment block = block((MemorySegment) CALLOC.invokeExact(1L, room), room);
            return block.asSlice(-block.address() & align - 1, bytes);
        } catch (Throwable e) {
            throw NativeLibrary.unchecked(e);
        }
    }

    private MemorySegment block(MemorySegment block, long bytes) {
        if (block.address() == 0) {
            throw new OutOfMemoryError("no native memory for " + bytes + " bytes");
        }
        NativeResourceCounter.BLOCKS.taken();
        return block.reinterpret(bytes, arena, NativeCallMemory::giveBack);
    }

    /** Gives the memory back, not yet what was charged for it and for others. May be called more than once. */
    public void free() {
        if (arena.scope().isAlive()) {
            arena.close();
            NativeResourceCounter.ARENAS.givenBack();
        }
    }

    @Override
    public void close() {
        free();
        charge.close();
    }

    private static void giveBack(MemorySegment block) {
        try {
            FREE.invokeExact(block);
        } catch (Throwable e) {
            throw NativeLibrary.unchecked(e);
        }
        NativeResourceCounter.BLOCKS.givenBack();
    }
}
