package dev.darkroom.testkit;

import static dev.darkroom.testkit.StoreRoundTripContract.MIB;
import static dev.darkroom.testkit.StoreUnderTest.freshKey;
import static dev.darkroom.testkit.StoreUnderTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.PutResult;
import dev.darkroom.spi.delivery.StoredObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tests for copies: they keep the bytes, replace the head, and never overwrite if a condition does not hold. */
public interface StoreCopyContract extends StoreUnderTest {
    @Test
    default void aCopyKeepsTheBytesAndReplacesTheHead() throws ImageException {
        try (ObjectStore store = openStore()) {
            String from = freshKey("from ü+%.png");
            String to = freshKey("to 日本.png");
            store.put(from, text("content"), PutOptions.contentType("image/png").metadata("first", "1"));
            PutResult copied =
                    store.copy(from, to, PutOptions.contentType("image/gif").metadata("second", "ü"));
            StoredObject copy = store.get(to, MIB).orElseThrow();
            assertThat(copied).isEqualTo(new PutResult.Stored(copy.head().etag()));
            assertThat(copy.content()).isEqualTo(text("content"));
            assertThat(copy.head().contentType()).isEqualTo("image/gif");
            assertThat(copy.head().metadata()).isEqualTo(Map.of("second", "ü"));
            assertThat(store.head(from).orElseThrow().metadata()).isEqualTo(Map.of("first", "1"));
        }
    }

    @Test
    default void aCopyWithoutConditionOverwrites() throws ImageException {
        try (ObjectStore store = openStore()) {
            String from = freshKey("from");
            String to = freshKey("to");
            store.put(from, text("new"), PutOptions.plain());
            store.put(to, text("old"), PutOptions.plain());
            assertThat(store.copy(from, to, PutOptions.plain()).isStored()).isTrue();
            assertThat(store.get(to, MIB).orElseThrow().content()).isEqualTo(text("new"));
        }
    }

    @Test
    default void aCopyOntoItselfReplacesTheHead() throws ImageException {
        try (ObjectStore store = openStore()) {
            String key = freshKey("self");
            store.put(key, text("content"), PutOptions.contentType("image/png"));
            store.copy(key, key, PutOptions.contentType("image/gif"));
            StoredObject object = store.get(key, MIB).orElseThrow();
            assertThat(object.content()).isEqualTo(text("content"));
            assertThat(object.head().contentType()).isEqualTo("image/gif");
        }
    }

    @Test
    default void copyingWhatIsNotThereFailsAndLeavesTheTarget() throws ImageException {
        try (ObjectStore store = openStore()) {
            String to = freshKey("to");
            store.put(to, text("old"), PutOptions.plain());
            String missing = freshKey("missing");
            assertThatThrownBy(() -> store.copy(missing, to, PutOptions.plain()))
                    .isInstanceOf(ImageException.class);
            assertThatThrownBy(() -> store.copy(missing, to, PutOptions.plain().ifAbsent()))
                    .isInstanceOf(ImageException.class);
            assertThat(store.get(to, MIB).orElseThrow().content()).isEqualTo(text("old"));
        }
    }

    /** A store that does not support the condition for copies must throw and copy nothing. */
    @Test
    default void aCopyIfAbsentNeverOverwrites() throws ImageException {
        PutOptions options = PutOptions.plain().ifAbsent();
        try (ObjectStore store = openStore()) {
            String from = freshKey("from");
            String to = freshKey("to");
            store.put(from, text("new"), PutOptions.plain());
            store.put(to, text("old"), PutOptions.plain().metadata("old", "yes"));
            assertThat(stored(store, from, to, options)).isFalse();
            StoredObject target = store.get(to, MIB).orElseThrow();
            assertThat(target.content()).isEqualTo(text("old"));
            assertThat(target.head().metadata()).isEqualTo(Map.of("old", "yes"));
            String free = freshKey("free");
            boolean stored = stored(store, from, free, options);
            assertThat(store.head(free).isPresent()).isEqualTo(stored);
        }
    }

    @Test
    default void aCopyIfMatchOverwritesOnlyThatContent() throws ImageException {
        try (ObjectStore store = openStore()) {
            String from = freshKey("from");
            String to = freshKey("to");
            store.put(from, text("new"), PutOptions.plain());
            store.put(to, text("old"), PutOptions.plain());
            String old = store.head(to).orElseThrow().etag();
            String other = store.head(from).orElseThrow().etag();
            assertThat(stored(store, from, to, PutOptions.plain().ifMatch(other)))
                    .isFalse();
            assertThat(store.get(to, MIB).orElseThrow().content()).isEqualTo(text("old"));
            boolean stored = stored(store, from, to, PutOptions.plain().ifMatch(old));
            assertThat(store.get(to, MIB).orElseThrow().content()).isEqualTo(text(stored ? "new" : "old"));
        }
    }

    private static boolean stored(ObjectStore store, String from, String to, PutOptions options) {
        try {
            return store.copy(from, to, options).isStored();
        } catch (ImageException e) {
            return false;
        }
    }
}
