package dev.darkroom.pipeline;

import static dev.darkroom.pipeline.PipelineFixtures.PICTURE;
import static dev.darkroom.pipeline.PipelineFixtures.await;
import static dev.darkroom.pipeline.PipelineFixtures.process;
import static dev.darkroom.pipeline.PipelineFixtures.rejected;
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
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Size;
import dev.darkroom.core.Source;
import dev.darkroom.core.Stage;
import dev.darkroom.core.Variant;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.testkit.FakeCodec;
import dev.darkroom.testkit.FakePicture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private final List<PipelineListener.Event> events = Collections.synchronizedList(new ArrayList<>());

    private PipelineBuilder builder() {
        return PipelineFixtures.builder().listen(events::add);
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
    void aWarmUpDecodesAndEncodesAndNobodyHearsOfIt() {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        ConcurrencyEncoder encoder = new ConcurrencyEncoder(1);
        try (Pipeline pipeline = Pipeline.builder()
                .register(encoder)
                .register(FakeCodec.planar())
                .variant(Variant.named("small").limit(32))
                .encode(Encoding.png())
                .listen(event -> heard.add(event.toString()))
                .store(PipelineFixtures.publisher("store", false, d -> heard.add("stored")))
                .notify(PipelineFixtures.notifier(outcome -> heard.add("told")))
                .build()) {
            pipeline.warmUp().toCompletableFuture().join();
        }
        assertThat(encoder.met.getCount()).as("encodings missing").isZero();
        assertThat(heard).isEmpty();
    }

    @Test
    void aWarmUpThatCannotBeIsNoFailure() {
        try (Pipeline pipeline = builder().build()) {
            pipeline.warmUp().toCompletableFuture().join(); // no codec for JPEG is available
            assertThat(pipeline.process(Source.of(PICTURE), Map.of())).isInstanceOf(Outcome.Completed.class);
        }
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
    void aListenerThatFailsChangesNothing() {
        Outcome outcome = process(
                builder().listen(event -> {
                    throw new IllegalStateException("a listener's own fault");
                }),
                PICTURE);

        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
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
}
