package dev.darkroom.content;

import dev.darkroom.pipeline.store.MemoryStore;
import dev.darkroom.spi.delivery.Publisher;
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
