package dev.darkroom.pipeline.store;

import dev.darkroom.spi.Publisher;
import dev.darkroom.testkit.BrokenStore;
import dev.darkroom.testkit.PublisherContract;

class ContentsContractTest implements PublisherContract {
    @Override
    public Publisher working() {
        return new Contents(MemoryStore.create(), "pictures");
    }

    @Override
    public Publisher failing() {
        return new Contents(new BrokenStore(), "pictures");
    }
}
