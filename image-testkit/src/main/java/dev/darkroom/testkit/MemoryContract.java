package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.MemoryProvider;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** The tests that every memory provider has to pass. */
public interface MemoryContract {
    MemoryProvider provider();

    @Test
    default void aBufferIsAsLargeAsAskedForZeroedAndOneMayWriteToAllOfIt() throws ImageException {
        try (Memory memory = provider().open(1 << 20)) {
            for (int bytes : new int[] {0, 1, 63, 64, 100_000}) {
                try (Memory.Block block = memory.allocate(bytes, 64)) {
                    ByteBuffer buffer = block.buffer();
                    assertThat(buffer.capacity()).isEqualTo(bytes);
                    for (int i = 0; i < bytes; i++) {
                        assertThat(buffer.get(i)).isZero();
                        buffer.put(i, (byte) 0x5A);
                    }
                }
            }
        }
    }

    @Test
    default void aDirectBufferStandsWhereItsAlignmentSays() throws ImageException {
        try (Memory memory = provider().open(1 << 20)) {
            for (int align = 1; align <= 4096; align *= 2) {
                try (Memory.Block block = memory.allocate(100, align)) {
                    assertThat(block.buffer().isDirect() ? block.buffer().alignmentOffset(0, align) : 0)
                            .isZero();
                }
            }
        }
    }

    @Test
    default void blocksAndChargesCountTogetherAndEndTogether() throws ImageException {
        try (Memory memory = provider().open(1000)) {
            Memory.Block block = memory.allocate(600, 1);
            Memory.Charge charge = memory.charge(300);
            assertThat(memory.used()).isEqualTo(900);
            assertThatThrownBy(() -> memory.allocate(101, 1))
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.OverLimit.class));
            assertThatThrownBy(() -> memory.charge(101)).hasMessageContaining("1001 > 1000");
            block.close();
            block.close();
            charge.close();
            charge.close();
            assertThat(memory.used()).isZero();
            assertThat(memory.peak()).isEqualTo(900);
            memory.allocate(1000, 1).close();
        }
    }

    @Test
    default void aBlockThatNoBufferHoldsIsRefusedWhateverIsGranted() {
        try (Memory memory = provider().open(Long.MAX_VALUE)) {
            assertThatThrownBy(() -> memory.allocate(1L << 31, 1)).isInstanceOf(ImageException.class);
            assertThat(memory.used()).isZero();
        }
    }
}
