package dev.darkroom.testkit;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The store under test. */
public interface StoreUnderTest {
    /**
     * Opens the same store each time; it need not be empty, since every test writes under a random prefix. The test closes it.
     *
     * @throws ImageException if it cannot be opened
     */
    ObjectStore openStore() throws ImageException;

    /** A key that no test has used before, ending with the given text. */
    static String freshKey(String ending) {
        return UUID.randomUUID() + "/" + ending;
    }

    static Bytes text(String content) {
        return Bytes.wrap(content.getBytes(StandardCharsets.UTF_8));
    }
}
