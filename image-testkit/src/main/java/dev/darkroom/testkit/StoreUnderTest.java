package dev.darkroom.testkit;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Opens the object store that a contract tests. */
public interface StoreUnderTest {
    /**
     * Opens the same store each time. It need not be empty, because every test writes under a random prefix. The test closes it.
     *
     * @throws ImageException if the store cannot be opened
     */
    ObjectStore openStore() throws ImageException;

    /** Returns a key that no test has used before. It ends with the given text. */
    static String freshKey(String ending) {
        return UUID.randomUUID() + "/" + ending;
    }

    static Bytes text(String content) {
        return Bytes.wrap(content.getBytes(StandardCharsets.UTF_8));
    }
}
