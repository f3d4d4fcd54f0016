package dev.darkroom.testkit;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.Memory;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;

/** Heap memory under a limit that remembers its peak: holds a codec to its report in tests. Thread-safe. */
public final class CountingMemory implements Memory {
    private final long limit;
    private long used;
    private long peak;

    private CountingMemory(long limit) {
        this.limit = limit;
    }

    public static CountingMemory limitedTo(long bytes) {
        return new CountingMemory(bytes);
    }

    public static CountingMemory unlimited() {
        return new CountingMemory(Long.MAX_VALUE);
    }

    @Override
    public Block allocate(long bytes, int align) throws ImageException {
        Charge charge = charge(bytes);
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(bytes));
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
        synchronized (this) {
            if (bytes > limit - used) {
                throw ImageException.overLimit(Failure.OverLimit.Kind.MEMORY, "memory in bytes", used + bytes, limit);
            }
            used += bytes;
            peak = Math.max(peak, used);
        }
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.getAndSet(false)) {
                give(bytes);
            }
        };
    }

    private synchronized void give(long bytes) {
        used -= bytes;
    }

    @Override
    public synchronized long used() {
        return used;
    }

    @Override
    public synchronized long peak() {
        return peak;
    }

    @Override
    public void close() {
        // the heap is the collector's
    }
}
