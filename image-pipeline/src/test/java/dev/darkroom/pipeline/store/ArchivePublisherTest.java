package dev.darkroom.pipeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Size;
import dev.darkroom.pipeline.store.ArchivePublisher.Collision;
import dev.darkroom.spi.delivery.Delivery;
import dev.darkroom.spi.delivery.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArchivePublisherTest {
    private static final ImageInfo INFO = new ImageInfo(
            Format.JPEG,
            new Size(1, 1),
            Orientation.NORMAL,
            1,
            false,
            ColorModel.RGB,
            ColorEncoding.SRGB,
            8,
            false,
            false);

    private final ObjectStore store = MemoryStore.create();

    private static Bytes bytes(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private String archive(String key, Bytes source, Collision collision, String task) throws ImageException {
        Delivery delivery = new Delivery(
                "job", Map.of(), source, INFO, List.of(), List.of(), Deadline.after(Duration.ofMinutes(10)));
        return new ArchivePublisher(store, key, collision, Map.of("task-id", task))
                .publish(delivery)
                .properties()
                .get(ArchivePublisher.KEY);
    }

    private String stored(String key) throws ImageException {
        return new String(store.get(key, 1000).orElseThrow().content().toArray(), StandardCharsets.UTF_8);
    }

    @Test
    void theSameBytesAgainMakeNoSecondCopyAndKeepTheFirstMetadata() throws ImageException {
        assertThat(archive("sunset.jpg", bytes("a"), Collision.SUFFIX, "first")).isEqualTo("sunset.jpg");
        assertThat(archive("sunset.jpg", bytes("a"), Collision.SUFFIX, "second"))
                .isEqualTo("sunset.jpg");

        assertThat(store.head("sunset.jpg").orElseThrow().metadata()).containsEntry("task-id", "first");
    }

    @Test
    void otherBytesOfTheSameNameGoBesideUnderTheirHash() throws ImageException {
        archive("sunset.jpg", bytes("a"), Collision.SUFFIX, "first");
        String key = archive("sunset.jpg", bytes("b"), Collision.SUFFIX, "second");

        assertThat(key).isEqualTo("sunset-" + bytes("b").sha256().substring(0, 8) + ".jpg");
        assertThat(stored("sunset.jpg")).isEqualTo("a");
        assertThat(stored(key)).isEqualTo("b");
        assertThat(archive("sunset.jpg", bytes("b"), Collision.SUFFIX, "third")).isEqualTo(key);
    }

    @Test
    void aNameWithoutExtensionGetsItsHashAtTheEnd() throws ImageException {
        archive("sunset", bytes("a"), Collision.SUFFIX, "first");
        assertThat(archive("sunset", bytes("b"), Collision.SUFFIX, "second")).matches("sunset-[0-9a-f]{8}");
    }

    @Test
    void dotsWithinANameStayInTheSuffixedName() throws ImageException {
        Map<String, String> suffixed = Map.of(
                "photo..jpg", "photo\\.-[0-9a-f]{8}\\.jpg",
                "..jpg", "\\.-[0-9a-f]{8}\\.jpg",
                "a..", "a\\.\\.-[0-9a-f]{8}",
                "...", "\\.\\.\\.-[0-9a-f]{8}");
        for (String name : suffixed.keySet()) {
            assertThat(archive(name, bytes("a"), Collision.SUFFIX, "first")).isEqualTo(name);
            assertThat(archive(name, bytes("b"), Collision.SUFFIX, "second")).matches(suffixed.get(name));
        }
    }

    @Test
    void failRefusesAndOverwriteReplaces() throws ImageException {
        archive("sunset.jpg", bytes("a"), Collision.FAIL, "first");
        assertThatThrownBy(() -> archive("sunset.jpg", bytes("b"), Collision.FAIL, "second"))
                .hasMessage("the archive holds another file of this name");
        assertThat(stored("sunset.jpg")).isEqualTo("a");

        assertThat(archive("sunset.jpg", bytes("b"), Collision.OVERWRITE, "third"))
                .isEqualTo("sunset.jpg");
        assertThat(stored("sunset.jpg")).isEqualTo("b");
    }

    @Test
    void aNameOrMetadataThatNoStoreTakesIsRefusedBeforeAnyJob() {
        assertThatThrownBy(() -> archive("a".repeat(2000), bytes("a"), Collision.SUFFIX, "first"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> archive("a.jpg", bytes("a"), Collision.SUFFIX, "x".repeat(3000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameThatIsTooLongWithItsHashIsARefusalAndNoDefect() throws ImageException {
        String name = "a".repeat(1020);
        archive(name, bytes("a"), Collision.SUFFIX, "first");
        assertThatThrownBy(() -> archive(name, bytes("b"), Collision.SUFFIX, "second"))
                .isInstanceOf(ImageException.class);
        assertThat(stored(name)).isEqualTo("a");
    }

    @Test
    void manyWritersOfOneNameAtOnceLoseNothing() throws ImageException {
        List<CompletableFuture<String>> writers = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return archive("sunset.jpg", bytes("content " + i % 20), Collision.SUFFIX, "task" + i);
                    } catch (ImageException e) {
                        throw new AssertionError(e);
                    }
                }))
                .toList();
        Set<String> keys = writers.stream().map(CompletableFuture::join).collect(Collectors.toSet());

        assertThat(keys).hasSize(20);
        for (int i = 0; i < 40; i++) {
            assertThat(stored(writers.get(i).join())).isEqualTo("content " + i % 20);
        }
    }
}
