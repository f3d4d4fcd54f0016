package dev.darkroom.pipeline.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectHead;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.StoredObject;
import dev.darkroom.testkit.StoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest implements StoreContract {
    @TempDir
    Path folder;

    @Override
    public ObjectStore openStore() throws ImageException {
        return FileStore.open(folder.resolve("data"));
    }

    @Test
    void anObjectIsAPlainFileForWebServers() throws Exception {
        put("c1/content-thumbnails/42/sm.webp", "content");
        assertThat(folder.resolve("data/c1/content-thumbnails/42/sm.webp")).hasContent("content");
        assertThat(Files.getPosixFilePermissions(folder.resolve("data/c1/content-thumbnails/42/sm.webp")))
                .isEqualTo(Files.getPosixFilePermissions(Files.createFile(folder.resolve("ordinary file"))));
    }

    @Test
    void aFilePutThereByHandIsAnObject() throws Exception {
        try (ObjectStore store = openStore()) {
            Files.createDirectories(folder.resolve("data/photos"));
            Files.writeString(folder.resolve("data/photos/sunset.jpg"), "by hand");
            StoredObject object = store.get("photos/sunset.jpg", 100).orElseThrow();
            assertThat(object.content()).isEqualTo(Bytes.wrap("by hand".getBytes(UTF_8)));
            assertThat(object.head().contentType()).isEmpty();
            assertThat(store.head("photos/sunset.jpg")).contains(object.head());
        }
    }

    @Test
    void aFileChangedByHandLosesTheHeadOfItsOldContent() throws Exception {
        try (ObjectStore store = openStore()) {
            store.put(
                    "x.jpg", Bytes.empty(), PutOptions.contentType("image/jpeg").metadata("a", "b"));
            Files.writeString(folder.resolve("data/x.jpg"), "by hand");
            ObjectHead head = store.head("x.jpg").orElseThrow();
            assertThat(head.contentType()).isEmpty();
            assertThat(head.metadata()).isEmpty();
            assertThat(head.length()).isEqualTo(7);
        }
    }

    @Test
    void nothingIsLeftBesideContentAndHead() throws Exception {
        try (ObjectStore store = openStore()) {
            for (int i = 0; i < 5; i++) {
                put("x.jpg", "version " + i);
            }
            store.put("x.jpg", Bytes.empty(), PutOptions.plain().ifAbsent());
            assertThat(files())
                    .hasSize(2)
                    .anyMatch(file -> file.equals("x.jpg"))
                    .anyMatch(f -> f.contains("/heads/"));
            store.delete("x.jpg");
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void whatKilledWritersLeftIsSweptAtOpening() throws Exception {
        openStore().close();
        Path incoming = folder.resolve("data/.darkroom/incoming");
        Path stale = Files.writeString(incoming.resolve("stale.part"), "half");
        Path fresh = Files.writeString(incoming.resolve("fresh.part"), "half");
        Files.setLastModifiedTime(stale, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        openStore().close();
        assertThat(stale).doesNotExist();
        assertThat(fresh).exists();
    }

    /** A writer that is killed between the write of the new head and the move of the new content must not change the object. */
    @Test
    void aHeadWithoutItsContentChangesNothing() throws Exception {
        try (ObjectStore store = openStore()) {
            store.put(
                    "x.jpg",
                    Bytes.wrap("old".getBytes(UTF_8)),
                    PutOptions.plain().metadata("v", "old"));
            Path data = folder.resolve("data").toRealPath();
            Staging staging = new Staging(data.resolve(".darkroom/incoming"));
            String sha256 = Bytes.wrap("new".getBytes(UTF_8)).sha256();
            new HeadFiles(data.resolve(".darkroom/heads"), staging)
                    .write("x.jpg", sha256, PutOptions.plain().metadata("v", "new"));
            assertThat(store.head("x.jpg").orElseThrow().metadata()).isEqualTo(Map.of("v", "old"));
            Files.writeString(data.resolve("x.jpg"), "new");
            assertThat(store.head("x.jpg").orElseThrow().metadata()).isEqualTo(Map.of("v", "new"));
        }
    }

    @Test
    void aLinkInsideTheFolderLeadsNowhere() throws Exception {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret.txt"), "secret");
        try (ObjectStore store = openStore()) {
            Files.createSymbolicLink(folder.resolve("data/linked"), outside);
            Files.createSymbolicLink(folder.resolve("data/secret.txt"), outside.resolve("secret.txt"));
            for (String key : List.of("linked/secret.txt", "secret.txt")) {
                refused(() -> store.get(key, 100));
                refused(() -> store.head(key));
                refused(() -> store.put(key, Bytes.empty(), PutOptions.plain()));
                refused(() -> store.copy(key, "copy.txt", PutOptions.plain()));
                refused(() -> store.delete(key));
            }
        }
        assertThat(outside.resolve("secret.txt")).hasContent("secret");
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class))
                .hasMessageContaining("symbolic link");
    }

    @Test
    void aFailureTellsNoPath() throws Exception {
        try (ObjectStore store = openStore()) {
            Files.writeString(folder.resolve("data/blocked"), "a file where the folder should be");
            assertThatThrownBy(() -> store.put("blocked/x.jpg", Bytes.empty(), PutOptions.plain()))
                    .isInstanceOf(ImageException.class)
                    .hasMessage("the file store could not be written")
                    .hasMessageNotContaining(folder.toString());
        }
    }

    @Test
    void anInterruptedWriterStopsAndLeavesNothing() throws Exception {
        try (ObjectStore store = openStore()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> store.put("x.jpg", Bytes.wrap(new byte[10]), PutOptions.plain()))
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Stopped.class));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(store.head("x.jpg")).isEmpty();
            assertThat(files()).isEmpty();
        } finally {
            Thread.interrupted();
        }
    }

    private void put(String key, String content) throws ImageException {
        try (ObjectStore store = openStore()) {
            store.put(key, Bytes.wrap(content.getBytes(UTF_8)), PutOptions.plain());
        }
    }

    /** All files but the locks, relative to the folder of the store. */
    private List<String> files() throws IOException {
        Path data = folder.resolve("data");
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> data.relativize(file).toString())
                    .filter(file -> !file.startsWith(".darkroom/locks"))
                    .toList();
        }
    }
}
