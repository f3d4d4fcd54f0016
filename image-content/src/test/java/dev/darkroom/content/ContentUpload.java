package dev.darkroom.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.content.Manifest.Entry;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Placeholder;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Size;
import dev.darkroom.spi.delivery.Delivery;
import dev.darkroom.spi.delivery.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One upload of a content, and the invariants that must hold for the content after it, whatever its outcome.
 *
 * @param word text in every rendition that identifies the upload
 */
record ContentUpload(String word, List<String> variants, Format format) {
    static final String FOLDER = "c1/content-thumbnails/42";
    static final Map<String, String> ATTRIBUTES = Map.of("creatorId", "c1", "contentId", "42");
    static final Placeholder PLACEHOLDER = new Placeholder(Bytes.wrap(new byte[] {1, 2, 3, 4, 5}), 0x0818F8);

    static ContentUpload of(String word) {
        return new ContentUpload(word, List.of("sm", "md", "lg"), Format.WEBP);
    }

    /** An upload with other variant names than {@link #of}, except one. */
    static ContentUpload logo(String word) {
        return new ContentUpload(word, List.of("original", "sm"), Format.SVG);
    }

    static Contents contents(ObjectStore store) {
        return new Contents(store, "{creatorId}/content-thumbnails/{contentId}").urls("/media/");
    }

    void to(Contents contents) throws ImageException {
        contents.publish(delivery(Deadline.after(Duration.ofMinutes(10))));
    }

    Delivery delivery(Deadline deadline) {
        ImageInfo info = new ImageInfo(
                Format.JPEG,
                new Size(10, 10),
                Orientation.NORMAL,
                1,
                false,
                ColorModel.RGB,
                ColorEncoding.SRGB,
                8,
                false,
                false);
        List<Rendition> renditions = variants.stream().map(this::rendition).toList();
        return new Delivery(
                "job-1", ATTRIBUTES, bytes("source"), info, renditions, Optional.of(PLACEHOLDER), List.of(), deadline);
    }

    private Rendition rendition(String variant) {
        int width = 100 + 100 * variants.indexOf(variant);
        return new Rendition(variant, format, new Size(width, 50), bytes(word + " " + variant));
    }

    private static Bytes bytes(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The word of the upload that the manifest names. Checks that all its objects exist. Empty if there is no content. */
    static Optional<String> whole(ObjectStore store) throws ImageException {
        Optional<Manifest> manifest = contents(store).read(ATTRIBUTES);
        if (manifest.isEmpty()) {
            return Optional.empty();
        }
        Set<String> words = new TreeSet<>();
        for (Entry entry : manifest.get().variants()) {
            Bytes content = store.get(entry.key(), 1000).orElseThrow().content();
            assertThat(content.sha256()).as(entry.key()).isEqualTo(entry.sha256());
            words.add(new String(content.toArray(), StandardCharsets.UTF_8).split(" ", -1)[0]);
        }
        assertThat(words).hasSize(1);
        return Optional.of(words.iterator().next());
    }

    /** Asserts that every alias exists and holds the current version, and that there are no other aliases. */
    static void assertNamesFollow(SteppedStore store) throws ImageException {
        ContentFolder folder = new ContentFolder(FOLDER);
        Set<String> names = new TreeSet<>();
        for (Entry entry : entries(store)) {
            String name = folder.alias(entry.key());
            names.add(name);
            assertThat(store.get(name, 1000).orElseThrow().content().sha256())
                    .as(name)
                    .isEqualTo(entry.sha256());
        }
        SortedSet<String> present = store.keys();
        present.removeIf(key -> folder.holds(key) || key.equals(folder.manifest()));
        assertThat(present).isEqualTo(names);
    }

    /** Objects of versions that no manifest names. Only a listing could find them. */
    static SortedSet<String> strays(SteppedStore store) throws ImageException {
        ContentFolder folder = new ContentFolder(FOLDER);
        ContentState state = new ManifestObject(store, folder).load().state();
        SortedSet<String> present = store.keys();
        present.removeIf(key -> !folder.holds(key) || state.allKeys().contains(key));
        return present;
    }

    private static List<Entry> entries(ObjectStore store) throws ImageException {
        return contents(store).read(ATTRIBUTES).stream()
                .flatMap(manifest -> manifest.variants().stream())
                .toList();
    }
}
