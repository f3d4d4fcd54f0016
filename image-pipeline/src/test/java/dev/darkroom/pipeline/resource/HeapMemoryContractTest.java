package dev.darkroom.pipeline.resource;

import dev.darkroom.spi.codec.MemoryProvider;
import dev.darkroom.testkit.MemoryContract;

class HeapMemoryContractTest implements MemoryContract {
    @Override
    public MemoryProvider provider() {
        return new HeapMemoryProvider();
    }
}
