package dev.darkroom.pipeline.store;

import dev.darkroom.spi.delivery.Publisher;
import dev.darkroom.testkit.BrokenStore;
import dev.darkroom.testkit.PublisherContract;

class StorePublisherContractTest implements PublisherContract {
    private static final String TEMPLATE = "pictures/{variant}.{ext}";

    @Override
    public Publisher working() {
        return new StorePublisher(MemoryStore.create(), TEMPLATE);
    }

    @Override
    public Publisher failing() {
        return new StorePublisher(new BrokenStore(), TEMPLATE);
    }
}
