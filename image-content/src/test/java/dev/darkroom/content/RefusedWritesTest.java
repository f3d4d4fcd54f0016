package dev.darkroom.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.pipeline.store.ArchivePublisher;
import dev.darkroom.pipeline.store.ArchivePublisher.Collision;
import dev.darkroom.pipeline.store.FaultyStore;
import dev.darkroom.pipeline.store.FileStore;
import dev.darkroom.pipeline.store.MemoryStore;
import dev.darkroom.pipeline.store.StorePublisher;
import dev.darkroom.spi.delivery.Publisher;
import dev.darkroom.spi.delivery.PutOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A refused write has stored nothing, and its objects are not reported as left behind. A write without an answer may have stored its
 * object.
 */
class RefusedWritesTest {
    private static final String FOLDER = "c1/content-thumbnails/42";
    private static final String TEMPLATE = "{creatorId}/content-thumbnails/{contentId}/{variant}.{ext}";

    private final FaultyStore store = new FaultyStore(MemoryStore.create());

    private static List<String> left(Publisher publisher) {
        ImageException[] thrown = new ImageException[1];
        assertThatThrownBy(() ->
                        publisher.publish(ContentUpload.of("new").delivery(Deadline.after(Duration.ofMinutes(1)))))
                .isInstanceOfSatisfying(ImageException.class, e -> thrown[0] = e);
        return thrown[0].leftBehind();
    }

    @Test
    void aStorePublisherLeavesNothingWhereItWasRefused() throws ImageException {
        store.refusePutsOf(FOLDER + "/lg.webp");
        assertThat(left(new StorePublisher(store, TEMPLATE))).isEmpty();
        assertThat(store.head(FOLDER + "/sm.webp")).as("what was stored before").isEmpty();
    }

    @Test
    void aStorePublisherTellsWhatHadNoAnswer() {
        store.failPutsOf(FOLDER + "/lg.webp");
        assertThat(left(new StorePublisher(store, TEMPLATE))).containsExactly(FOLDER + "/lg.webp");
    }

    @Test
    void aRefusalBesideADeletionThatFailsTellsOnlyWhatIsThere() {
        store.refusePutsOf(FOLDER + "/lg.webp");
        store.failDeletions();
        assertThat(left(new StorePublisher(store, TEMPLATE)))
                .containsExactlyInAnyOrder(FOLDER + "/sm.webp", FOLDER + "/md.webp");
    }

    @ParameterizedTest
    @EnumSource(Collision.class)
    void anArchiveLeavesNothingWhereItWasRefusedAndTellsWhatHadNoAnswer(Collision collision) {
        ArchivePublisher archive = new ArchivePublisher(store, "sunset.jpg", collision, Map.of());
        store.refusePutsOf("sunset.jpg");
        assertThat(left(archive)).isEmpty();
        store.failPutsOf("sunset.jpg");
        assertThat(left(archive)).containsExactly("sunset.jpg");
    }

    @Test
    void aContentWhoseManifestIsRefusedIsTakenBack() throws ImageException {
        Contents contents = ContentUpload.contents(store);
        ContentUpload.of("old").to(contents);
        store.refusePutsOf(FOLDER + "/manifest.json");
        assertThat(left(contents)).isEmpty();
        assertThat(ContentUpload.whole(store)).contains("old");
    }

    /** Deletions fail, so all objects that may exist are reported. */
    @Test
    void aContentTellsOfNoRenditionThatWasRefused() {
        store.refuseAllPuts();
        store.failDeletions();
        assertThat(left(ContentUpload.contents(store))).isEmpty();
    }

    @Test
    void aFileStoreWithoutPermissionLeavesNothing(@TempDir Path folder) throws Exception {
        FileStore files = FileStore.open(folder);
        // A file is in the place of a folder. Not even root can write there.
        Files.writeString(folder.resolve("c1"), "in the way");
        assertThat(left(new StorePublisher(files, TEMPLATE))).isEmpty();
        assertThatThrownBy(() -> files.put(FOLDER + "/sm.webp", Bytes.empty(), PutOptions.plain()))
                .isInstanceOf(ImageException.class)
                .hasRootCauseInstanceOf(IOException.class);
    }
}
