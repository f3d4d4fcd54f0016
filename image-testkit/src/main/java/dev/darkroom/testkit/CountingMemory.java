package dev.darkroom.testkit;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.MemoryCharges;
import java.nio.ByteBuffer;
import java.util.function.IntFunction;

/** Memory with a limit that records its peak. Tests use it to compare a codec with its report. Thread-safe. */
public final class CountingMemory implements Memory {
    private final MemoryCharges charges;
    private final IntFunction<ByteBuffer> buffers;

    private CountingMemory(long limit, IntFunction<ByteBuffer> buffers) {
        this.charges = new MemoryCharges(limit);
        this.buffers = buffers;
    }

    public static CountingMemory limitedTo(long bytes) {
        return new CountingMemory(bytes, ByteBuffer::allocate);
    }

    public static CountingMemory unlimited() {
        return limitedTo(Long.MAX_VALUE);
    }

    /** Memory without a limit, with direct buffers. */
    public static CountingMemory direct() {
        return new CountingMemory(Long.MAX_VALUE, ByteBuffer::allocateDirect);
    }

    @Override
    public Block allocate(long bytes, int align) throws ImageException {
        Charge charge = charges.takeBlock(bytes);
        ByteBuffer buffer = buffers.apply((int) bytes);
        return new Block() {
            @Override
            public ByteBuffer buffer() {
                return buffer;
            }

            @Override
            public void close() {
                charge.close();
            }
        };
    }

    @Override
    public Charge charge(long bytes) throws ImageException {
        return charges.take(bytes);
    }

    @Override
    public long used() {
        return charges.used();
    }

    @Override
    public long peak() {
        return charges.peak();
    }

    @Override
    public void close() {
        // The garbage collector frees the buffers.
    }
}
