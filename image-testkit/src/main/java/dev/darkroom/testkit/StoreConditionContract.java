package dev.darkroom.testkit;

import static dev.darkroom.testkit.StoreRoundTripContract.MIB;
import static dev.darkroom.testkit.StoreUnderTest.freshKey;
import static dev.darkroom.testkit.StoreUnderTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.PutResult;
import dev.darkroom.spi.delivery.StoredObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tests for conditional writes, including concurrent ones, and for atomic reads. */
public interface StoreConditionContract extends StoreUnderTest {
    int WRITERS = 6;

    /**
     * Whether the store compares the ETag and replaces the object atomically. Some test servers do it in two steps, so two concurrent
     * writers may both succeed.
     */
    default boolean isIfMatchAtomic() {
        return true;
    }

    @Test
    default void ifAbsentIsRefusedWherePresentAndNothingIsOverwritten() throws ImageException {
        try (ObjectStore store = openStore()) {
            String key = freshKey("first wins");
            PutOptions options = PutOptions.contentType("image/png").ifAbsent();
            assertThat(store.put(key, text("first"), options.metadata("n", "1")).isStored())
                    .isTrue();
            PutResult second = store.put(key, text("second"), options.metadata("n", "2"));
            assertThat(second).isInstanceOf(PutResult.Refused.class);
            StoredObject object = store.get(key, MIB).orElseThrow();
            assertThat(object.content()).isEqualTo(text("first"));
            assertThat(object.head().metadata()).isEqualTo(Map.of("n", "1"));
        }
    }

    @Test
    default void ifAbsentHoldsAgainAfterDeletion() throws ImageException {
        try (ObjectStore store = openStore()) {
            String key = freshKey("again");
            store.put(key, text("first"), PutOptions.plain().ifAbsent());
            store.delete(key);
            assertThat(store.put(key, text("second"), PutOptions.plain().ifAbsent())
                            .isStored())
                    .isTrue();
        }
    }

    @Test
    default void ifMatchWritesOnlyOverThatContent() throws ImageException {
        try (ObjectStore store = openStore()) {
            String key = freshKey("matched");
            store.put(key, text("first"), PutOptions.plain());
            String first = store.head(key).orElseThrow().etag();
            assertThat(store.put(key, text("second"), PutOptions.plain().ifMatch(first))
                            .isStored())
                    .isTrue();
            PutResult late = store.put(key, text("third"), PutOptions.plain().ifMatch(first));
            assertThat(late).isInstanceOf(PutResult.Refused.class);
            assertThat(store.get(key, MIB).orElseThrow().content()).isEqualTo(text("second"));
        }
    }

    @Test
    default void ifMatchIsRefusedWhereNothingIs() throws ImageException {
        try (ObjectStore store = openStore()) {
            String key = freshKey("nothing to match");
            PutOptions options = PutOptions.plain().ifMatch("d41d8cd98f00b204e9800998ecf8427e");
            assertThat(store.put(key, text("content"), options)).isInstanceOf(PutResult.Refused.class);
            assertThat(store.head(key)).isEmpty();
        }
    }

    @Test
    default void ofWritersAtOnceIfAbsentExactlyOneWins() throws ImageException {
        try (ObjectStore store = openStore()) {
            String key = freshKey("race to create");
            List<Integer> winners = winners(store, key, PutOptions.plain().ifAbsent());
            assertThat(winners).hasSize(1);
            assertThat(store.get(key, MIB).orElseThrow().content()).isEqualTo(contentOf(winners.get(0)));
        }
    }

    @Test
    default void ofWritersAtOnceIfMatchExactlyOneWins() throws ImageException {
        assumeTrue(
                isIfMatchAtomic(),
                "not applicable: this store says that its server compares and replaces in two steps");
        try (ObjectStore store = openStore()) {
            String key = freshKey("race to replace");
            store.put(key, text("first"), PutOptions.plain());
            String etag = store.head(key).orElseThrow().etag();
            List<Integer> winners = winners(store, key, PutOptions.plain().ifMatch(etag));
            assertThat(winners).hasSize(1);
            assertThat(store.get(key, MIB).orElseThrow().content()).isEqualTo(contentOf(winners.get(0)));
        }
    }

    private static List<Integer> winners(ObjectStore store, String key, PutOptions options) {
        List<PutResult> results = ConcurrentRun.run(
                WRITERS, writer -> store.put(key, contentOf(writer), options.metadata("writer", "w" + writer)));
        return IntStream.range(0, WRITERS)
                .filter(writer -> results.get(writer).isStored())
                .boxed()
                .toList();
    }

    private static Bytes contentOf(int writer) {
        return text("written by " + writer);
    }

    /** Whether content and metadata are replaced atomically. If not, a reader may see one of them new and the other old. */
    default boolean isOverwriteAtomic() {
        return true;
    }

    @Test
    default void readersSeeWholeObjectsWhileAWriterOverwrites() throws ImageException {
        int rounds = 40;
        try (ObjectStore store = openStore()) {
            String key = freshKey("overwritten while read");
            store.put(key, version(0), versionOptions(0));
            AtomicBoolean over = new AtomicBoolean();
            List<Integer> reads = ConcurrentRun.run(3, worker -> {
                if (worker > 0) {
                    return readVersions(store, key, over, isOverwriteAtomic());
                }
                try {
                    for (int round = 1; round <= rounds; round++) {
                        store.put(key, version(round), versionOptions(round));
                    }
                } finally {
                    over.set(true);
                }
                return rounds;
            });
            assertThat(reads).allMatch(count -> count > 0);
        }
    }

    private static int readVersions(ObjectStore store, String key, AtomicBoolean over, boolean oneStep)
            throws ImageException {
        int reads = 0;
        do {
            StoredObject object = store.get(key, MIB).orElseThrow();
            int version = oneStep
                    ? Integer.parseInt(object.head().metadata().get("version"))
                    : object.content().u8(0);
            assertThat(object.content()).as("content of version %d", version).isEqualTo(version(version));
            assertThat(object.head().length()).isEqualTo(object.content().length());
            reads++;
        } while (!over.get());
        return reads;
    }

    private static Bytes version(int number) {
        byte[] bytes = new byte[200_000 + (number * 7919 % 50_000)];
        Arrays.fill(bytes, (byte) number);
        return Bytes.wrap(bytes);
    }

    private static PutOptions versionOptions(int number) {
        return PutOptions.plain().metadata("version", Integer.toString(number));
    }
}
