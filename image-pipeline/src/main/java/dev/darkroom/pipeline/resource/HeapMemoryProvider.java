package dev.darkroom.pipeline.resource;

import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.MemoryProvider;

/** Provider of {@link HeapMemory}, for pipelines without a better provider. */
public final class HeapMemoryProvider implements MemoryProvider {
    @Override
    public String name() {
        return "heap";
    }

    @Override
    public Memory open(long granted) {
        return new HeapMemory(granted);
    }
}
