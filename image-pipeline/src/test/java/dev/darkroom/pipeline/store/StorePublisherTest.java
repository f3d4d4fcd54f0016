package dev.darkroom.pipeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Size;
import dev.darkroom.spi.delivery.Delivery;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.StoredObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StorePublisherTest {
    private static final String TEMPLATE = "{creatorId}/content-thumbnails/{contentId}/{variant}.{ext}";
    private static final Map<String, String> ATTRIBUTES = Map.of("creatorId", "c1", "contentId", "42");
    private static final Bytes SOURCE = text("source");

    private final FaultyStore store = new FaultyStore(MemoryStore.create());

    @Test
    void everyRenditionIsUnderItsKeyWithItsType() throws ImageException {
        Publication publication = new StorePublisher(store, TEMPLATE)
                .cacheControl("public, max-age=31536000, immutable")
                .publish(delivery(ATTRIBUTES, "sm", "md"));
        assertThat(publication.references())
                .isEqualTo(Map.of(
                        "sm", "c1/content-thumbnails/42/sm.webp",
                        "md", "c1/content-thumbnails/42/md.webp"));
        StoredObject sm = store.get("c1/content-thumbnails/42/sm.webp", 100).orElseThrow();
        assertThat(sm.content()).isEqualTo(text("sm"));
        assertThat(sm.head().contentType()).isEqualTo("image/webp");
        assertThat(store.lastOptions().cacheControl()).isEqualTo("public, max-age=31536000, immutable");
    }

    @Test
    void theJobAndTheSourcesHashCanNameKeys() throws ImageException {
        Publication publication =
                new StorePublisher(store, "{jobId}/{sha256}-{variant}.{ext}").publish(delivery(Map.of(), "sm"));
        assertThat(publication.references()).containsEntry("sm", "job-1/" + SOURCE.sha256() + "-sm.webp");
    }

    @Test
    void publishingAgainReplaces() throws ImageException {
        StorePublisher publisher = new StorePublisher(store, TEMPLATE);
        store.put("c1/content-thumbnails/42/sm.webp", text("older"), PutOptions.plain());
        publisher.publish(delivery(ATTRIBUTES, "sm"));
        assertThat(store.get("c1/content-thumbnails/42/sm.webp", 100)
                        .orElseThrow()
                        .content())
                .isEqualTo(text("sm"));
    }

    @Test
    void aFailureTakesNewObjectsBackButNotReplacedOnes() throws ImageException {
        store.put("c1/content-thumbnails/42/sm.webp", text("older"), PutOptions.plain());
        store.failPutsOf("c1/content-thumbnails/42/lg.webp");
        assertThatThrownBy(() -> new StorePublisher(store, TEMPLATE).publish(delivery(ATTRIBUTES, "sm", "md", "lg")))
                .isInstanceOfSatisfying(ImageException.class, e -> {
                    assertThat(e.failure()).isEqualTo(FaultyStore.FAILURE);
                    assertThat(e.leftBehind())
                            .containsExactly("c1/content-thumbnails/42/sm.webp", "c1/content-thumbnails/42/lg.webp");
                });
        assertThat(store.head("c1/content-thumbnails/42/md.webp")).isEmpty();
        assertThat(store.get("c1/content-thumbnails/42/sm.webp", 100)
                        .orElseThrow()
                        .content())
                .isEqualTo(text("sm"));
    }

    @Test
    void whatCannotBeTakenBackIsTold() {
        store.failPutsOf("c1/content-thumbnails/42/lg.webp");
        store.failDeletions();
        assertThatThrownBy(() -> new StorePublisher(store, TEMPLATE).publish(delivery(ATTRIBUTES, "sm", "lg")))
                .isInstanceOfSatisfying(
                        ImageException.class,
                        e -> assertThat(e.leftBehind())
                                .containsExactly(
                                        "c1/content-thumbnails/42/lg.webp", "c1/content-thumbnails/42/sm.webp"));
    }

    @Test
    void aCancelledJobTakesItsObjectsBack() throws ImageException {
        Delivery delivery = delivery(ATTRIBUTES, "sm", "md");
        store.afterPut(() -> delivery.deadline().cancel());
        assertThatThrownBy(() -> new StorePublisher(store, TEMPLATE).publish(delivery))
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Stopped.class));
        assertThat(store.head("c1/content-thumbnails/42/sm.webp")).isEmpty();
    }

    @Test
    void valuesThatAreNoSegmentReachNoOtherFolder() throws ImageException {
        StorePublisher publisher = new StorePublisher(store, TEMPLATE);
        for (String value : List.of(
                "../c2", "..", ".", "a/b", "a\\b", "", "a\0b", "a\nb", "a/../b", "a\\..\\b", "k".repeat(1025))) {
            Map<String, String> attributes = Map.of("creatorId", value, "contentId", "42");
            assertThatIllegalArgumentException()
                    .as("<%s>", value)
                    .isThrownBy(() -> publisher.check(attributes))
                    .withMessageContaining("creatorId");
            assertThatThrownBy(() -> publisher.publish(delivery(attributes, "sm")))
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Defect.class));
        }
        assertThat(store.puts()).isZero();
        for (String value : List.of("Zoë 1.5+", "x..y", "photo..jpg", "..jpg", "a..", "...")) {
            publisher.check(Map.of("creatorId", value, "contentId", "42"));
        }
    }

    @Test
    void aMissingAttributeIsNamed() {
        StorePublisher publisher = new StorePublisher(store, TEMPLATE);
        assertThat(publisher.attributes()).containsExactly("creatorId", "contentId");
        assertThatThrownBy(() -> publisher.publish(delivery(Map.of("creatorId", "c1"), "sm")))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("contentId");
        assertThat(store.puts()).isZero();
    }

    @Test
    void variantsMayNotShareAKey() {
        assertThatThrownBy(
                        () -> new StorePublisher(store, "{creatorId}.{ext}").publish(delivery(ATTRIBUTES, "sm", "md")))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("sm and md")
                .hasMessageContaining("{variant}");
        assertThat(store.puts()).isZero();
    }

    @Test
    void aWrongTemplateIsFoundBeforeAnyJob() {
        for (String template : List.of(
                "",
                "/{variant}",
                "{variant}/",
                "a//{variant}",
                "../{variant}",
                "{variant",
                "variant}",
                "{}",
                "{a b}",
                "{{x}}")) {
            assertThatIllegalArgumentException().as(template).isThrownBy(() -> new StorePublisher(store, template));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StorePublisher(store, "{creatorId}/{Variant}.{ext}"))
                .withMessageContaining("{Variant}")
                .withMessageContaining("{variant}");
    }

    private static Bytes text(String content) {
        return Bytes.wrap(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Delivery delivery(Map<String, String> attributes, String... variants) {
        ImageInfo info = new ImageInfo(
                Format.JPEG,
                new Size(10, 10),
                Orientation.values()[0],
                1,
                false,
                ColorModel.values()[0],
                ColorEncoding.SRGB,
                8,
                false,
                false);
        List<Rendition> renditions = List.of(variants).stream()
                .map(name -> new Rendition(name, Format.WEBP, new Size(5, 5), text(name)))
                .toList();
        Deadline deadline = Deadline.after(Duration.ofMinutes(10));
        return new Delivery("job-1", attributes, SOURCE, info, renditions, List.of(), deadline);
    }
}
