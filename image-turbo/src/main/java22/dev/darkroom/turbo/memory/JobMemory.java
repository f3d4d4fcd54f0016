package dev.darkroom.turbo.memory;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.MemoryCharges;
import dev.darkroom.turbo.NativeCallMemory;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Native memory of one job, within the job's grant. Access to the buffer of a closed block throws. */
final class JobMemory implements Memory {
    private final MemoryCharges charges;
    private final Set<NativeBlock> open = ConcurrentHashMap.newKeySet();

    JobMemory(long granted) {
        this.charges = new MemoryCharges(granted);
    }

    @Override
    public Block allocate(long bytes, int align) throws ImageException {
        Charge charge = charges.takeBlock(bytes);
        NativeCallMemory memory = NativeCallMemory.charged(charge);
        try {
            NativeBlock block =
                    new NativeBlock(memory, memory.allocateZeroed(bytes, align).asByteBuffer());
            open.add(block);
            return block;
        } catch (OutOfMemoryError e) {
            memory.close();
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
        open.forEach(NativeBlock::close);
    }

    private final class NativeBlock implements Block {
        private final NativeCallMemory memory;
        private final ByteBuffer buffer;

        NativeBlock(NativeCallMemory memory, ByteBuffer buffer) {
            this.memory = memory;
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer buffer() {
            return buffer;
        }

        @Override
        public void close() {
            if (open.remove(this)) {
                memory.close();
            }
        }
    }
}
