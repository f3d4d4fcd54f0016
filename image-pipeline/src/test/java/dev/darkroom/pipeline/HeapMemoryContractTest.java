package dev.darkroom.pipeline;

import dev.darkroom.spi.MemoryProvider;
import dev.darkroom.testkit.MemoryContract;

class HeapMemoryContractTest implements MemoryContract {
    @Override
    public MemoryProvider provider() {
        return new HeapMemoryProvider();
    }
}
