package dev.darkroom.bench.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.MemoryProvider;
import dev.darkroom.spi.codec.Provider;
import dev.darkroom.spi.codec.Providers;
import java.util.Comparator;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class NativeAllocationCountTest {
    private final NativeAllocationCount balance = new NativeAllocationCount();

    @Test
    void aBlockThatIsNotGivenBackIsSeen() throws Exception {
        Assumptions.assumeTrue(balance.held().isPresent(), "image-turbo is not available");
        MemoryProvider first = Providers.load(ServiceLoader.load(MemoryProvider.class), broken -> {}).stream()
                .max(Comparator.comparingInt(Provider::priority))
                .orElseThrow();
        try (Memory memory = first.open(1000)) {
            Memory.Block forgotten = memory.allocate(100, 64);
            assertThat(balance.held().orElseThrow().sum()).isPositive();
            forgotten.close();
            assertThat(balance.held().orElseThrow().sum()).isZero();
        }
    }
}
