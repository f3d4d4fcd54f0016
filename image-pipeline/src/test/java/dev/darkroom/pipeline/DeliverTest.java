package dev.darkroom.pipeline;

import static dev.darkroom.pipeline.PipelineFixtures.PICTURE;
import static dev.darkroom.pipeline.PipelineFixtures.await;
import static dev.darkroom.pipeline.PipelineFixtures.notifier;
import static dev.darkroom.pipeline.PipelineFixtures.process;
import static dev.darkroom.pipeline.PipelineFixtures.publisher;
import static dev.darkroom.pipeline.PipelineFixtures.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Stage;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.store.MemoryStore;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.Provider;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.spi.delivery.Publisher;
import dev.darkroom.testkit.FakeCodec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Publishers and notifiers: their order, their parallel runs, and the outcome when they fail. */
class DeliverTest {
    private static final long BETWEEN_EVENT_AND_RETURN = TimeUnit.MILLISECONDS.toNanos(100);

    private final List<PipelineListener.Event> events = Collections.synchronizedList(new ArrayList<>());

    private PipelineBuilder builder() {
        return PipelineFixtures.builder().listen(events::add);
    }

    @Test
    void laterPublishersStartOnlyWhenEarlierOnesHaveSucceededAndSeeWhatTheyGave() {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Outcome outcome = process(
                builder()
                        .store(publisher("first", false, d -> order.add("first")))
                        .store(publisher(
                                "second",
                                false,
                                d -> order.add("second after " + d.earlier().size()))),
                PICTURE);

        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        assertThat(order).containsExactly("first", "second after 1");
    }

    @Test
    void aFailedPublisherKeepsLaterOnesFromStartingAndSaysWhatIsLeft() {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Outcome outcome = process(
                builder()
                        .store(publisher("good", false, d -> {}), publisher("bad", false, d -> {
                            throw ImageException.unavailable("bad", "503", null);
                        }))
                        .store(publisher("never", false, d -> order.add("never"))),
                PICTURE);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.stage()).isEqualTo(Stage.DELIVER);
            assertThat(failed.failure().message()).isEqualTo("503");
            assertThat(failed.leftBehind()).containsExactly("good/small");
        });
        assertThat(order).isEmpty();
    }

    @Test
    void aPublisherOfTheSourceRunsWhileThePictureIsStillBeingMade() {
        CountDownLatch published = new CountDownLatch(1);
        Publisher archive = publisher("archive", true, d -> published.countDown());
        PipelineBuilder waiting = builder().store(archive).listen(event -> {
            if (event instanceof PipelineListener.StageEnded ended && ended.stage() == Stage.RENDER) {
                await(published);
            }
        });

        assertThat(process(waiting, PICTURE)).isInstanceOf(Outcome.Completed.class);
        assertThat(published.getCount()).isZero();
    }

    @Test
    void whereTheSourcesPublisherHasFailedAlreadyNothingIsPublishedBesideIt() {
        CountDownLatch rendered = new CountDownLatch(1);
        CountDownLatch failed = new CountDownLatch(1);
        List<String> published = Collections.synchronizedList(new ArrayList<>());
        PipelineBuilder pipeline = builder()
                .store(
                        publisher("archive", true, d -> {
                            await(rendered);
                            throw ImageException.unavailable("archive", "503", null);
                        }),
                        publisher("cdn", false, d -> published.add("cdn")))
                .listen(event -> {
                    if (event instanceof PipelineListener.PublisherFailed) {
                        failed.countDown();
                        LockSupport.parkNanos(BETWEEN_EVENT_AND_RETURN);
                    } else if (event instanceof PipelineListener.StageEnded ended && ended.stage() == Stage.RENDER) {
                        rendered.countDown();
                        await(failed);
                    }
                });

        assertThat(process(pipeline, PICTURE)).isInstanceOf(Outcome.Failed.class);
        assertThat(published).isEmpty();
    }

    @Test
    void aPictureThatCannotBeMadeSaysThatItsSourceWasArchivedAlready() {
        Provider broken = new FailingEncoder();
        Outcome outcome = process(
                Pipeline.builder()
                        .register(broken)
                        .register(FakeCodec.rows())
                        .variant(Variant.named("small").limit(32))
                        .encode(Encoding.png())
                        .store(publisher("archive", true, d -> {})),
                PICTURE);

        assertThat(rejected(outcome).leftBehind()).containsExactly("archive/small");
    }

    @Test
    void aNotifierHearsEveryOutcomeAndItsFailureChangesNone() {
        List<Outcome> heard = new ArrayList<>();
        PipelineBuilder notifying = builder()
                .notify(notifier(outcome -> {
                    throw ImageException.unavailable("callback", "500", null);
                }))
                .notify(notifier(heard::add));

        Outcome completed = process(notifying, PICTURE);
        Outcome rejected = process(notifying, Bytes.empty());

        assertThat(heard).containsExactly(completed, rejected);
        assertThat(events)
                .filteredOn(PipelineListener.NotifierFailed.class::isInstance)
                .hasSize(2);
    }

    @Test
    void aProviderThatThrowsAnythingElseIsADefectWithoutDetails() {
        Outcome outcome = process(
                builder().store(publisher("broken", false, d -> {
                    throw new IllegalStateException("secret detail");
                })),
                PICTURE);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.failure()).isInstanceOf(Failure.Defect.class);
            assertThat(failed.failure().message()).doesNotContain("secret");
        });
    }

    @Test
    void attributesThatAPublisherCannotDoWithAreRefusedBeforeAnythingIsRead() {
        try (Pipeline pipeline = builder()
                .store(MemoryStore.create(), "{creatorId}/{variant}.{ext}")
                .build()) {
            assertThatThrownBy(() -> pipeline.process(
                            max -> {
                                throw new AssertionError("was read");
                            },
                            Map.of("creatorId", "../somebody-else")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("creatorId");
        }
    }

    /** An encoder that accepts the plan and fails when it receives pixels. */
    private static final class FailingEncoder implements EncoderProvider {
        @Override
        public String name() {
            return "failing";
        }

        @Override
        public Set<Format> formats() {
            return Set.of(Format.PNG);
        }

        @Override
        public List<Layout> layouts(Encoding encoding) {
            return List.of(Layout.RGB);
        }

        @Override
        public long peakBytes(RasterSpec raster, Encoding encoding) {
            return 0;
        }

        @Override
        public Encoder open(RasterSpec raster, Encoding encoding, Memory memory) throws ImageException {
            throw ImageException.unsupported("this encoder never works");
        }
    }
}
