package dev.darkroom.testkit;

import static dev.darkroom.testkit.StoreUnderTest.freshKey;
import static dev.darkroom.testkit.StoreUnderTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectHead;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.PutResult;
import dev.darkroom.spi.delivery.StoredObject;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The tests for writing and reading: a stored object is returned unchanged, and a missing one is reported as absent. */
public interface StoreRoundTripContract extends StoreUnderTest {
    int MIB = 1 << 20;

    @Test
    default void whatIsPutComesBack() throws ImageException {
        try (ObjectStore store = openStore()) {
            String key = freshKey("sm.webp");
            PutResult put = store.put(key, text("content"), PutOptions.contentType("image/webp"));
            StoredObject object = store.get(key, MIB).orElseThrow();
            assertThat(object.content()).isEqualTo(text("content"));
            assertThat(object.head().contentType()).isEqualTo("image/webp");
            assertThat(object.head().length()).isEqualTo(7);
            assertThat(store.head(key)).contains(object.head());
            assertThat(put).isEqualTo(new PutResult.Stored(object.head().etag()));
        }
    }

    @Test
    default void anEarlierOpeningsObjectsAreThere() throws ImageException {
        String key = freshKey("kept");
        try (ObjectStore store = openStore()) {
            store.put(key, text("content"), PutOptions.plain());
        }
        try (ObjectStore store = openStore()) {
            assertThat(store.get(key, MIB)).map(StoredObject::content).contains(text("content"));
        }
    }

    @Test
    default void emptyContentIsContent() throws ImageException {
        try (ObjectStore store = openStore()) {
            String key = freshKey("empty");
            store.put(key, Bytes.empty(), PutOptions.contentType("text/plain"));
            assertThat(store.get(key, 0).orElseThrow().content().length()).isZero();
            assertThat(store.head(key).orElseThrow().length()).isZero();
        }
    }

    @Test
    default void fiveMebibytesComeBackToTheByte() throws ImageException {
        byte[] noise = new byte[5 * MIB + 3];
        new Random(20).nextBytes(noise);
        Bytes content = Bytes.wrap(noise);
        try (ObjectStore store = openStore()) {
            String key = freshKey("large.bin");
            store.put(key, content, PutOptions.plain());
            assertThat(store.get(key, content.length()).orElseThrow().content()).isEqualTo(content);
        }
    }

    @Test
    default void aSliceIsPutWithoutWhatSurroundsIt() throws ImageException {
        try (ObjectStore store = openStore()) {
            String key = freshKey("slice");
            store.put(key, text("before|content|after").slice(7, 7), PutOptions.plain());
            assertThat(store.get(key, MIB).orElseThrow().content()).isEqualTo(text("content"));
        }
    }

    @Test
    default void theEtagChangesWithTheContent() throws ImageException {
        try (ObjectStore store = openStore()) {
            String key = freshKey("changing");
            PutResult first = store.put(key, text("first"), PutOptions.plain());
            PutResult second = store.put(key, text("other"), PutOptions.plain());
            assertThat(second.isStored()).isTrue();
            assertThat(second).isNotEqualTo(first);
            ObjectHead head = store.head(key).orElseThrow();
            assertThat(second).isEqualTo(new PutResult.Stored(head.etag()));
            assertThat(head.etag()).isNotEmpty().doesNotContain("\"");
        }
    }

    @Test
    default void metadataComesBackAsGiven() throws ImageException {
        String cid = "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi";
        PutOptions options = PutOptions.contentType("image/png")
                .cacheControl("public, max-age=60")
                .metadata("original-r2-key", "staging/batch_abc123/photos/sunset.jpg")
                .metadata("ipfs-cid", cid);
        try (ObjectStore store = openStore()) {
            String key = freshKey("described.png");
            store.put(key, text("content"), options);
            Map<String, String> expected =
                    Map.of("original-r2-key", "staging/batch_abc123/photos/sunset.jpg", "ipfs-cid", cid);
            assertThat(store.get(key, MIB).orElseThrow().head().metadata()).isEqualTo(expected);
            assertThat(store.head(key).orElseThrow().metadata()).isEqualTo(expected);
        }
    }

    @Test
    default void metadataOfAnyTextComesBackAsGiven() throws ImageException {
        PutOptions options = PutOptions.plain()
                .metadata("umlaut", "Zürich über Straße")
                .metadata("long", "日本の写真、北海道から沖縄まで 🐟 ".repeat(6))
                .metadata("looks-encoded", "=?UTF-8?B?eA==?=")
                .metadata("spaces", "  at both ends ")
                .metadata("lines", "one\r\nx-amz-meta-two: no");
        try (ObjectStore store = openStore()) {
            String key = freshKey("described");
            store.put(key, text("content"), options);
            assertThat(store.head(key).orElseThrow().metadata()).isEqualTo(options.metadata());
        }
    }

    @Test
    default void overwritingReplacesTheHeadToo() throws ImageException {
        try (ObjectStore store = openStore()) {
            String key = freshKey("overwritten");
            store.put(key, text("same"), PutOptions.contentType("image/png").metadata("first", "1"));
            store.put(key, text("same"), PutOptions.contentType("image/gif").metadata("second", "2"));
            ObjectHead head = store.head(key).orElseThrow();
            assertThat(head.contentType()).isEqualTo("image/gif");
            assertThat(head.metadata()).isEqualTo(Map.of("second", "2"));
        }
    }

    @Test
    default void missingIsEmpty() throws ImageException {
        try (ObjectStore store = openStore()) {
            String key = freshKey("missing");
            assertThat(store.get(key, MIB)).isEmpty();
            assertThat(store.head(key)).isEmpty();
        }
    }

    @Test
    default void aFolderOfObjectsIsNoObject() throws ImageException {
        try (ObjectStore store = openStore()) {
            String folder = freshKey("folder");
            store.put(folder + "/object", text("content"), PutOptions.plain());
            assertThat(store.get(folder, MIB)).isEmpty();
            assertThat(store.head(folder)).isEmpty();
        }
    }

    @Test
    default void moreThanTheLimitIsRefused() throws ImageException {
        try (ObjectStore store = openStore()) {
            String key = freshKey("big");
            store.put(key, Bytes.wrap(new byte[1000]), PutOptions.plain());
            assertThat(store.get(key, 1000)).isPresent();
            assertThatThrownBy(() -> store.get(key, 999))
                    .isInstanceOfSatisfying(
                            ImageException.class,
                            e -> assertThat(e.failure()).isInstanceOfSatisfying(Failure.OverLimit.class, over -> {
                                assertThat(over.kind()).isEqualTo(Failure.OverLimit.Kind.BYTES);
                                assertThat(over.actual()).isEqualTo(1000);
                                assertThat(over.allowed()).isEqualTo(999);
                            }));
        }
    }

    @Test
    default void whatIsDeletedIsGone() throws ImageException {
        try (ObjectStore store = openStore()) {
            String key = freshKey("deleted");
            store.put(key, text("content"), PutOptions.plain());
            store.delete(key);
            assertThat(store.get(key, MIB)).isEmpty();
            assertThat(store.head(key)).isEmpty();
        }
    }

    @Test
    default void deletingWhatIsNotThereSucceeds() throws ImageException {
        try (ObjectStore store = openStore()) {
            String key = freshKey("never there");
            store.delete(key);
            store.delete(key);
            assertThat(store.head(key)).isEmpty();
        }
    }
}
