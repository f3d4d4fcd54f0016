package dev.darkroom.turbo;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;

/**
 * Native memory for one call into a library. It is charged to the job and freed as a whole. Access after {@link #close} throws; it never
 * reads memory that was allocated again.
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
     * Opens memory that only the calling thread may use.
     *
     * @param bytes bytes to charge at once: everything that will be allocated here, and the memory that the library allocates itself
     */
    public static NativeCallMemory open(long bytes, Memory memory) throws ImageException {
        return new NativeCallMemory(Arena.ofConfined(), memory.charge(bytes));
    }

    /**
     * Opens memory that was charged already. Any thread may read and close it. Closing waits until no other thread reads the memory, which
     * takes a tenth of a millisecond if another thread is running.
     *
     * @param charge the charge; it is released when this memory is closed
     */
    public static NativeCallMemory charged(Memory.Charge charge) {
        return new NativeCallMemory(Arena.ofShared(), charge);
    }

    /**
     * The native resources in use in the whole process: see {@link NativeResourceCounter#told}.
     *
     * @throws LinkageError if the functions of the C library cannot be called. Every other method here throws it in that case, too
     */
    public static String inUse() {
        return NativeResourceCounter.told();
    }

    /** Allocator for arguments. The memory is zeroed. */
    public SegmentAllocator small() {
        return arena;
    }

    /** Allocates memory that is not zeroed and is aligned for any type. */
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

    /** Frees the memory but keeps the charge. Idempotent. */
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
