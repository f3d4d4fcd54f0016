package dev.darkroom.pipeline.store;

import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.Publisher;
import dev.darkroom.testkit.BrokenStore;
import dev.darkroom.testkit.PublisherContract;
import java.util.Map;

class ArchivePublisherContractTest implements PublisherContract {
    @Override
    public Publisher working() {
        return archive(MemoryStore.create());
    }

    @Override
    public Publisher failing() {
        return archive(new BrokenStore());
    }

    private static Publisher archive(ObjectStore store) {
        return new ArchivePublisher(store, "upload.jpg", ArchivePublisher.Collision.SUFFIX, Map.of());
    }
}
