package dev.darkroom.turbo.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.MemoryProvider;
import dev.darkroom.testkit.MemoryContract;
import dev.darkroom.turbo.NativeLibraryAssumption;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class NativeMemoryContractTest implements MemoryContract {
    @Override
    public MemoryProvider provider() {
        return NativeLibraryAssumption.require(new NativeMemoryProvider());
    }

    @Test
    void whatWasGivenBackCannotBeReadAnyMore() throws ImageException {
        try (Memory memory = provider().open(1 << 20)) {
            Memory.Block block = memory.allocate(100, 1);
            ByteBuffer buffer = block.buffer();
            block.close();
            assertThatThrownBy(() -> buffer.get(0)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closingTheMemoryGivesBackWhatItsUsersForgot() throws ImageException {
        Memory memory = provider().open(1 << 20);
        ByteBuffer forgotten = memory.allocate(100, 1).buffer();
        memory.close();
        assertThat(memory.used()).isZero();
        assertThatThrownBy(() -> forgotten.get(0)).isInstanceOf(IllegalStateException.class);
    }
}
