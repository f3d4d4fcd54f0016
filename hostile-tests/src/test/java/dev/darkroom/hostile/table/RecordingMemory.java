package dev.darkroom.hostile.table;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.MemoryProvider;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/** A memory provider that delegates to another one and records the peak outside the Java heap. One job at a time. */
final class RecordingMemory implements MemoryProvider {
    private final MemoryProvider real;
    private final boolean blocksAreNative;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong peak = new AtomicLong();
    private volatile boolean chargesAreHeap;

    /**
     * @param blocksAreNative whether blocks are outside the heap and count
     */
    RecordingMemory(MemoryProvider real, boolean blocksAreNative) {
        this.real = real;
        this.blocksAreNative = blocksAreNative;
    }

    /** The peak of the bytes outside the heap since {@link #forget}. */
    long peak() {
        return peak.get();
    }

    /** Bytes that are not released. */
    long used() {
        return used.get();
    }

    /**
     * Resets the peak.
     *
     * @param chargesAreHeap whether the charges of codecs are for Java objects and not for memory of a native library. If not, all charges
     *     count, although some are for arrays
     */
    void forget(boolean chargesAreHeap) {
        this.chargesAreHeap = chargesAreHeap;
        peak.set(used.get());
    }

    @Override
    public String name() {
        return "watched";
    }

    @Override
    public Memory open(long granted) {
        return new Watched(real.open(granted));
    }

    private long take(long bytes) {
        long now = used.addAndGet(bytes);
        peak.accumulateAndGet(now, Math::max);
        return bytes;
    }

    private final class Watched implements Memory {
        private final Memory memory;

        Watched(Memory memory) {
            this.memory = memory;
        }

        @Override
        public Block allocate(long bytes, int align) throws ImageException {
            Block block = memory.allocate(bytes, align);
            Counted counted = new Counted(block, blocksAreNative ? bytes : 0);
            return new Block() {
                @Override
                public ByteBuffer buffer() {
                    return block.buffer();
                }

                @Override
                public void close() {
                    counted.close();
                }
            };
        }

        @Override
        public Charge charge(long bytes) throws ImageException {
            return new Counted(memory.charge(bytes), chargesAreHeap ? 0 : bytes);
        }

        @Override
        public long used() {
            return memory.used();
        }

        @Override
        public long peak() {
            return memory.peak();
        }

        @Override
        public void close() {
            memory.close();
        }
    }

    private final class Counted implements Memory.Charge {
        private final Memory.Charge charge;
        private final AtomicLong bytes;

        Counted(Memory.Charge charge, long bytes) {
            this.charge = charge;
            this.bytes = new AtomicLong(take(bytes));
        }

        @Override
        public void close() {
            charge.close();
            used.addAndGet(-bytes.getAndSet(0));
        }
    }
}
