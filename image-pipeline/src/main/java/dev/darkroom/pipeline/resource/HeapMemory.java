package dev.darkroom.pipeline.resource;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.MemoryCharges;
import java.nio.ByteBuffer;

/** Memory on the Java heap, within one job's grant. */
final class HeapMemory implements Memory {
    private final MemoryCharges charges;

    HeapMemory(long granted) {
        this.charges = new MemoryCharges(granted);
    }

    @Override
    public Block allocate(long bytes, int align) throws ImageException {
        Charge charge = charges.takeBlock(bytes);
        try {
            return new HeapBlock(ByteBuffer.allocate((int) bytes), charge);
        } catch (OutOfMemoryError e) {
            charge.close();
            throw e;
        }
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
        // The garbage collector frees the heap blocks; the owner of the grant releases the grant.
    }

    private record HeapBlock(ByteBuffer buffer, Charge charge) implements Block {
        @Override
        public void close() {
            charge.close();
        }
    }
}
