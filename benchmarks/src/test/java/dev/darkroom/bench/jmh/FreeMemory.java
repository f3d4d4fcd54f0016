package dev.darkroom.bench.jmh;

import dev.darkroom.spi.Memory;
import java.nio.ByteBuffer;

/** Memory without a limit that counts nothing: what is measured is the codec. */
final class FreeMemory implements Memory {
    @Override
    public Block allocate(long bytes, int align) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(bytes));
        return new Block() {
            @Override
            public ByteBuffer buffer() {
                return buffer;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Charge charge(long bytes) {
        return () -> {};
    }

    @Override
    public long used() {
        return 0;
    }

    @Override
    public long peak() {
        return 0;
    }

    @Override
    public void close() {}
}
