package dev.darkroom.pipeline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.testkit.StoreContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryStoreTest implements StoreContract {
    @Override
    public ObjectStore openStore() {
        return MemoryStore.named("contract");
    }

    @Test
    void openingANameTwiceGivesTheSameObjectsAndOtherNamesOthers() throws ImageException {
        try (ObjectStore one = Stores.open("mem:shared-test", Map.of());
                ObjectStore two = Stores.open("mem:shared-test", Map.of());
                ObjectStore other = Stores.open("mem:other-test", Map.of());
                ObjectStore own = MemoryStore.create()) {
            one.put("key", Bytes.wrap(new byte[] {1}), PutOptions.plain());
            assertThat(two.head("key")).isPresent();
            assertThat(other.head("key")).isEmpty();
            assertThat(own.head("key")).isEmpty();
        }
    }
}
