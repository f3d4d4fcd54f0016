package dev.darkroom.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.content.Manifest.Entry;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Publication;
import dev.darkroom.pipeline.store.FileStore;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentsTest {
    private static final String FOLDER = ContentUpload.FOLDER + "/";
    private static final String MANIFEST = FOLDER + "manifest.json";

    private final SteppedStore store = new SteppedStore();
    private final Contents contents = ContentUpload.contents(store);

    @Test
    void thereIsNothingBeforeTheFirstUpload() throws ImageException {
        assertThat(contents.read(ContentUpload.ATTRIBUTES)).isEmpty();
        assertThat(contents.delete(ContentUpload.ATTRIBUTES)).isFalse();
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void aPublicationIsTheManifestThatIsReadAfterwards() throws ImageException {
        Publication publication = contents.publish(ContentUpload.of("a").delivery(minute()));
        Manifest manifest = contents.read(ContentUpload.ATTRIBUTES).orElseThrow();
        assertThat(text(manifest.json())).isEqualTo(publication.properties().get(Contents.MANIFEST));
        assertThat(manifest.placeholder()).contains(ContentUpload.PLACEHOLDER);
        assertThat(manifest.variants()).extracting(Entry::name).containsExactly("sm", "md", "lg");
        Entry sm = manifest.variants().get(0);
        assertThat(sm.key()).isEqualTo(FOLDER + manifest.version() + "/sm.webp");
        assertThat(sm.url()).isEqualTo("/media/" + sm.key());
        assertThat(publication.references()).containsEntry("sm", sm.key()).hasSize(3);
        assertThat(store.head(sm.key()).orElseThrow().contentType()).isEqualTo("image/webp");
        assertThat(store.head(FOLDER + "sm.webp").orElseThrow().contentType()).isEqualTo("image/webp");
        ContentUpload.assertNamesFollow(store);
    }

    @Test
    void aReplacedVersionIsKeptUntilTheNextUpload() throws ImageException {
        ContentUpload.of("a").to(contents);
        List<Entry> first =
                contents.read(ContentUpload.ATTRIBUTES).orElseThrow().variants();
        ContentUpload.logo("b").to(contents);
        assertThat(store.keys()).containsAll(first.stream().map(Entry::key).toList());
        ContentUpload.of("c").to(contents);
        assertThat(store.keys())
                .doesNotContainAnyElementsOf(first.stream().map(Entry::key).toList());
        assertThat(ContentUpload.whole(store)).contains("c");
        ContentUpload.assertNamesFollow(store);
    }

    @Test
    void howManyUploadsEverThereWereTheStoreHoldsNoMore() throws ImageException {
        for (int i = 0; i < 40; i++) {
            (i % 2 == 0 ? ContentUpload.of("a" + i) : ContentUpload.logo("b" + i)).to(contents);
        }
        // the manifest, 2 aliases, 2 objects of this version and 3 of the former
        assertThat(store.keys()).hasSize(1 + 2 + 2 + 3);
        assertThat(store.get(MANIFEST, 1 << 20).orElseThrow().head().length()).isLessThan(3000);
    }

    @Test
    void deletingLeavesAManifestThatSaysSo() throws ImageException {
        ContentUpload.logo("a").to(contents);
        ContentUpload.of("b").to(contents);
        assertThat(contents.delete(ContentUpload.ATTRIBUTES)).isTrue();
        assertThat(store.keys()).containsExactly(MANIFEST);
        assertThat(contents.read(ContentUpload.ATTRIBUTES)).isEmpty();
        assertThat(contents.delete(ContentUpload.ATTRIBUTES)).isFalse();
        ContentUpload.of("c").to(contents);
        assertThat(ContentUpload.whole(store)).contains("c");
    }

    @Test
    void filesAreReplacedAndDeletedWholeToo(@TempDir Path folder) throws ImageException {
        try (FileStore one = FileStore.open(folder);
                FileStore other = FileStore.open(folder)) {
            ContentUpload.of("a").to(ContentUpload.contents(one));
            ContentUpload.logo("b").to(ContentUpload.contents(other));
            ContentUpload.of("c").to(ContentUpload.contents(one));
            assertThat(ContentUpload.whole(other)).contains("c");
            assertThat(other.head(FOLDER + "sm.webp")).isPresent();
            assertThat(other.head(FOLDER + "original.svg")).isEmpty();
            assertThat(ContentUpload.contents(other).delete(ContentUpload.ATTRIBUTES))
                    .isTrue();
            assertThat(ContentUpload.whole(one)).isEmpty();
            assertThat(one.head(FOLDER + "sm.webp")).isEmpty();
        }
    }

    @Test
    void urlsFollowTodaysPrefix() throws ImageException {
        ContentUpload.of("a").to(contents);
        Manifest moved = contents.urls("https://cdn.example/")
                .read(ContentUpload.ATTRIBUTES)
                .orElseThrow();
        assertThat(moved.variants())
                .allSatisfy(entry -> assertThat(entry.url()).isEqualTo("https://cdn.example/" + entry.key()));
        assertThat(moved.srcset()).startsWith("https://cdn.example/");
    }

    @Test
    void keyUrlsAreTheKeysOverAnyStore(@TempDir Path folder) throws ImageException {
        try (ObjectStore files = FileStore.open(folder)) {
            Contents byKey = new Contents(files, "{creatorId}/a b").keyUrls("/media/");
            byKey.publish(ContentUpload.of("a").delivery(minute()));
            for (Entry entry :
                    byKey.read(ContentUpload.ATTRIBUTES).orElseThrow().variants()) {
                assertThat(URI.create(entry.url()).getPath()).isEqualTo("/media/" + entry.key());
                assertThat(files.get(entry.key(), 1000)).isPresent();
            }
            Contents byPath = byKey.urls("/media/");
            assertThat(byPath.read(ContentUpload.ATTRIBUTES).orElseThrow().variants())
                    .allSatisfy(entry -> assertThat(URI.create(entry.url()).getPath())
                            .isEqualTo("/media/" + files.path(entry.key()))
                            .isNotEqualTo("/media/" + entry.key()));
        }
    }

    @Test
    void aCancelledUploadChangesNothingAndLeavesNothing() throws ImageException {
        ContentUpload.of("a").to(contents);
        var before = store.keys();
        for (int call = 2; call <= 4; call++) {
            Deadline deadline = minute();
            store.before(call, deadline::cancel);
            assertThatThrownBy(() -> contents.publish(ContentUpload.of("b").delivery(deadline)))
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Stopped.class));
            assertThat(store.mend()).isTrue();
            assertThat(store.keys()).isEqualTo(before);
        }
    }

    @Test
    void whatIsNoManifestIsNeverBelievedAndTheNextUploadHealsIt() throws ImageException {
        ContentUpload.of("theirs").to(new Contents(store, "c2/content-thumbnails/{contentId}"));
        Bytes foreign = store.get("c2/content-thumbnails/42/manifest.json", 1 << 20)
                .orElseThrow()
                .content();
        List<Bytes> wrong = List.of(
                Bytes.empty(),
                Bytes.wrap("{\"version\":\"x\",\"deleted\":true,\"former\":[\"c2/content-thumbnails/42/v/a.webp\"]}"
                        .getBytes(StandardCharsets.UTF_8)),
                Bytes.wrap(("{\"version\":\"x\",\"deleted\":true,\"former\":[\"" + FOLDER + "v/../../../c2/x\"]}")
                        .getBytes(StandardCharsets.UTF_8)),
                foreign,
                Bytes.wrap(new byte[ManifestJson.MAX_BYTES + 1]));
        for (Bytes damage : wrong) {
            store.put(MANIFEST, damage, PutOptions.plain());
            assertThatThrownBy(() -> contents.read(ContentUpload.ATTRIBUTES))
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class));
            assertThatThrownBy(() -> contents.delete(ContentUpload.ATTRIBUTES))
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class));
            ContentUpload.of("healed").to(contents);
            assertThat(ContentUpload.whole(store)).contains("healed");
            assertThat(contents.delete(ContentUpload.ATTRIBUTES)).isTrue();
            assertThat(contents.read(ContentUpload.ATTRIBUTES)).isEmpty();
        }
        assertThat(store.head("c2/content-thumbnails/42/sm.webp")).isPresent();
        assertThat(new Contents(store, "c2/content-thumbnails/{contentId}").read(ContentUpload.ATTRIBUTES))
                .isPresent();
    }

    @Test
    void attributesThatAreNoSegmentReachNoOtherFolder() {
        for (String value :
                List.of("../c2", "..", ".", "a/b", "a\\b", "", "a\0b", "a\nb", "a/../b", "a\\..\\b", "k".repeat(990))) {
            Map<String, String> attributes = Map.of("creatorId", value, "contentId", "42");
            assertThatIllegalArgumentException().as(value).isThrownBy(() -> contents.check(attributes));
            assertThatIllegalArgumentException().as(value).isThrownBy(() -> contents.read(attributes));
            assertThatIllegalArgumentException().as(value).isThrownBy(() -> contents.delete(attributes));
        }
        for (String value : List.of("x..y", "photo..jpg", "..jpg", "a..", "...")) {
            contents.check(Map.of("creatorId", value, "contentId", "42"));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> contents.check(Map.of("creatorId", "c1")));
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void aFolderIsOfAllVersions() {
        for (String template : List.of("{contentId}/{variant}", "{jobId}", "{sha256}", "a.{ext}", "", "/a", "{x")) {
            assertThatIllegalArgumentException().as(template).isThrownBy(() -> new Contents(store, template));
        }
    }

    private static Deadline minute() {
        return Deadline.after(Duration.ofMinutes(10));
    }

    private static String text(Bytes bytes) {
        return new String(bytes.toArray(), StandardCharsets.UTF_8);
    }
}
