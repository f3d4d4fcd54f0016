package dev.darkroom.pipeline;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.Memory;
import java.nio.ByteBuffer;

/** Memory on the Java heap, within one job's grant. */
final class HeapMemory implements Memory {
    private final long granted;
    private long used;
    private long peak;

    HeapMemory(long granted) {
        this.granted = granted;
    }

    @Override
    public Block allocate(long bytes, int align) throws ImageException {
        if (bytes > Integer.MAX_VALUE - 8) {
            throw ImageException.overLimit(
                    Failure.OverLimit.Kind.MEMORY, "raster limit in bytes", bytes, Integer.MAX_VALUE - 8);
        }
        Charged charge = take(bytes);
        try {
            return new HeapBlock(ByteBuffer.allocate((int) bytes), charge);
        } catch (OutOfMemoryError e) {
            charge.close();
            throw e;
        }
    }

    @Override
    public Charge charge(long bytes) throws ImageException {
        return take(bytes);
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
        // the heap is the collector's; the grant ends with its owner
    }

    private synchronized Charged take(long bytes) throws ImageException {
        if (bytes > granted - used) {
            throw ImageException.overLimit(
                    Failure.OverLimit.Kind.MEMORY, "memory granted to this picture in bytes", used + bytes, granted);
        }
        used += bytes;
        peak = Math.max(peak, used);
        return new Charged(bytes);
    }

    private synchronized void give(long bytes) {
        used -= bytes;
    }

    private final class Charged implements Charge {
        private long bytes;

        Charged(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public synchronized void close() {
            give(bytes);
            bytes = 0;
        }
    }

    private record HeapBlock(ByteBuffer buffer, Charge charge) implements Block {
        @Override
        public void close() {
            charge.close();
        }
    }
}
