package dev.darkroom.pipeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoresTest {
    @Test
    void memoryNeedsNoName() throws ImageException {
        try (ObjectStore store = Stores.open("mem:", Map.of())) {
            assertThat(store).isInstanceOf(MemoryStore.class);
        }
    }

    @Test
    void aFileUriNamesAFolder(@TempDir Path folder) throws ImageException {
        try (ObjectStore store = Stores.open(folder.resolve("data").toUri().toString(), Map.of())) {
            store.put("a/b.jpg", Bytes.wrap(new byte[] {1}), PutOptions.plain());
        }
        assertThat(folder.resolve("data/a/b.jpg")).hasBinaryContent(new byte[] {1});
    }

    @Test
    void aFileUriMayBeRelative() throws ImageException {
        Path data = Path.of("target/stores-test/data");
        try (ObjectStore store = Stores.open("file:./target/stores-test/data", Map.of())) {
            store.put("c.jpg", Bytes.wrap(new byte[] {2}), PutOptions.plain());
        }
        assertThat(data.resolve("c.jpg")).hasBinaryContent(new byte[] {2});
    }

    @Test
    void anUnknownSchemeNamesTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stores.open("gopher://host/x", Map.of()))
                .withMessageContaining("gopher")
                .withMessageContaining("file")
                .withMessageContaining("mem");
    }

    @Test
    void aPathIsToldHowToBecomeAUri() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stores.open("./data", Map.of()))
                .withMessageContaining("file:./data");
    }

    @Test
    void aHostInAFileUriIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stores.open("file://data/x", Map.of()))
                .withMessageContaining("file:./data");
    }
}
