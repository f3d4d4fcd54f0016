package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Size;
import dev.darkroom.core.Source;
import dev.darkroom.core.Stage;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.store.MemoryStore;
import dev.darkroom.spi.Delivery;
import dev.darkroom.spi.Encoder;
import dev.darkroom.spi.EncoderProvider;
import dev.darkroom.spi.Layout;
import dev.darkroom.spi.Memory;
import dev.darkroom.spi.Notifier;
import dev.darkroom.spi.Provider;
import dev.darkroom.spi.Publisher;
import dev.darkroom.spi.RasterSpec;
import dev.darkroom.testkit.FakeCodec;
import dev.darkroom.testkit.FakePicture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private static final Bytes PICTURE = FakePicture.of(
                    Format.PNG, new Size(64, 48), Layout.RGB, Orientation.NORMAL, (x, y, plane, channel) -> x + y)
            .toBytes();

    private final List<PipelineListener.Event> events = Collections.synchronizedList(new ArrayList<>());

    private PipelineBuilder builder() {
        return Pipeline.builder()
                .register(FakeCodec.rows())
                .variant(Variant.named("small").limit(32))
                .encode(Encoding.png())
                .listen(events::add);
    }

    private static Outcome process(PipelineBuilder builder, Bytes bytes) {
        try (Pipeline pipeline = builder.build()) {
            return pipeline.process(Source.of(bytes), Map.of());
        }
    }

    @Test
    void aCompletedJobNamesItsStagesInOrder() {
        Outcome outcome = process(builder(), PICTURE);

        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        assertThat(outcome.job().took().keySet())
                .containsExactly(Stage.ADMIT, Stage.IDENTIFY, Stage.PLAN, Stage.DECODE, Stage.RENDER, Stage.DELIVER);
        assertThat(events.get(events.size() - 1)).isInstanceOf(PipelineListener.Finished.class);
    }

    @Test
    void bytesOfNoFormatAreRejectedAsUnrecognized() {
        Outcome outcome = process(builder(), Bytes.wrap("certainly no picture".getBytes(StandardCharsets.UTF_8)));

        assertThat(rejected(outcome).failure()).isInstanceOf(Failure.Unrecognized.class);
        assertThat(rejected(outcome).stage()).isEqualTo(Stage.IDENTIFY);
    }

    @Test
    void aFormatThatIsNotAcceptedIsNamedInTheRejection() {
        Outcome outcome = process(builder().accept(Format.JPEG), PICTURE);

        assertThat(rejected(outcome).failure()).isInstanceOf(Failure.Disallowed.class);
        assertThat(rejected(outcome).failure().message()).contains("PNG").contains("JPEG");
    }

    @Test
    void tooManyBytesAreRejectedWithBothNumbers() {
        Outcome outcome = process(builder().limits(Limits.untrusted().maxBytes(100)), PICTURE);

        assertThat(rejected(outcome).failure())
                .isEqualTo(new Failure.OverLimit(
                        Failure.OverLimit.Kind.BYTES,
                        PICTURE.length(),
                        100,
                        "file size limit in bytes: " + PICTURE.length() + " > 100"));
    }

    @Test
    void tooManyPixelsAreRejectedBeforeAnythingIsDecoded() {
        Outcome outcome = process(builder().limits(Limits.untrusted().maxPixels(64 * 48 - 1)), PICTURE);

        assertThat(rejected(outcome).failure().message()).isEqualTo("pixel limit: 3072 > 3071");
        assertThat(rejected(outcome).stage()).isEqualTo(Stage.PLAN);
    }

    @Test
    void aPictureThatExceedsTheWholeBudgetIsRejectedAtOnce() {
        Bytes large = FakePicture.of(
                        Format.PNG, new Size(1000, 1000), Layout.RGB, Orientation.NORMAL, (x, y, plane, channel) -> x)
                .toBytes();

        Outcome outcome = process(builder().memory(Limits.MIB), large);

        assertThat(rejected(outcome).failure())
                .isInstanceOfSatisfying(
                        Failure.OverLimit.class,
                        over -> assertThat(over.kind()).isEqualTo(Failure.OverLimit.Kind.MEMORY));
    }

    @Test
    void truncatedInputIsMalformed() {
        Outcome outcome = process(builder(), PICTURE.slice(0, PICTURE.length() - 1));

        assertThat(rejected(outcome).failure()).isInstanceOf(Failure.Malformed.class);
    }

    @Test
    void variantsThatComeOutEqualShareOneEncodedRendition() {
        Outcome outcome = process(
                builder()
                        .variant(Variant.named("medium").limit(500))
                        .variant(Variant.named("large").limit(900)),
                PICTURE);

        List<Rendition> renditions = ((Outcome.Completed) outcome).renditions();
        assertThat(renditions).extracting(Rendition::name).containsExactly("small", "medium", "large");
        assertThat(renditions.get(1).bytes()).isSameAs(renditions.get(2).bytes());
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
    void aListenerThatFailsChangesNothing() {
        Outcome outcome = process(
                builder().listen(event -> {
                    throw new IllegalStateException("a listener's own fault");
                }),
                PICTURE);

        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
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
    void aCancelledJobEndsAsStoppedWithoutFurtherSteps() {
        try (Pipeline pipeline = builder().build()) {
            CountDownLatch reading = new CountDownLatch(1);
            CountDownLatch cancelled = new CountDownLatch(1);
            RunningJob job = pipeline.submit(
                    max -> {
                        reading.countDown();
                        await(cancelled);
                        return PICTURE;
                    },
                    Map.of());
            await(reading);
            job.cancel();
            cancelled.countDown();

            assertThat(job.await()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.failure()).isInstanceOf(Failure.Stopped.class);
                assertThat(failed.stage()).isEqualTo(Stage.IDENTIFY);
            });
        }
    }

    @Test
    void aJobOverItsDeadlineEndsAsStopped() {
        Outcome outcome = process(builder().limits(Limits.untrusted().deadline(Duration.ofNanos(1))), PICTURE);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(Failure.Stopped.class));
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

    @Test
    void planningReadsTheHeaderAndTellsSizesAndMemory() throws ImageException {
        try (Pipeline pipeline = builder().build()) {
            JobPlan plan = pipeline.plan(Source.of(PICTURE));

            assertThat(plan.decoder()).isEqualTo("fake-png");
            assertThat(plan.variants())
                    .singleElement()
                    .satisfies(variant -> assertThat(variant.size()).isEqualTo(new Size(32, 24)));
            assertThat(plan.memoryBytes()).isGreaterThan(64 * 48 * 3);
        }
    }

    @Test
    void aPipelineWithoutVariantsOrWithTwoOfOneNameIsRefused() {
        assertThatThrownBy(() -> Pipeline.builder().build()).hasMessageContaining("at least one variant");
        assertThatThrownBy(
                        () -> builder().variant(Variant.named("small").limit(3)).build())
                .hasMessageContaining("small");
    }

    @Test
    void aHalfBuiltPipelineCanBeBranched() {
        PipelineBuilder base = builder();
        Outcome one = process(base.variant(Variant.named("a").limit(10)), PICTURE);
        Outcome other = process(base.variant(Variant.named("b").limit(10)), PICTURE);

        assertThat(((Outcome.Completed) one).renditions())
                .extracting(Rendition::name)
                .containsExactly("small", "a");
        assertThat(((Outcome.Completed) other).renditions())
                .extracting(Rendition::name)
                .containsExactly("small", "b");
    }

    /** Takes the plan's promise and breaks it when the pixels are there. */
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

    private static Outcome.Rejected rejected(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return (Outcome.Rejected) outcome;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private interface Act<T> {
        void on(T subject) throws ImageException;
    }

    private static Publisher publisher(String name, boolean sourceOnly, Act<Delivery> act) {
        return new Publisher() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean sourceOnly() {
                return sourceOnly;
            }

            @Override
            public Publication publish(Delivery delivery) throws ImageException {
                act.on(delivery);
                return new Publication(name, Map.of("small", name + "/small"), Map.of());
            }
        };
    }

    private static Notifier notifier(Act<Outcome> act) {
        return new Notifier() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public void notify(Outcome outcome) throws ImageException {
                act.on(outcome);
            }
        };
    }
}
