package dev.darkroom.pipeline;

import static dev.darkroom.pipeline.PipelineFixtures.PICTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.resource.CoreBudget;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.testkit.FakeCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One job uses idle cores, several jobs share them, and no more threads work on pixels than there are cores. */
class CoreBudgetTest {
    private static PipelineBuilder pipeline(EncoderProvider encoder) {
        return Pipeline.builder()
                .register(encoder)
                .register(FakeCodec.rows())
                .variant(Variant.named("a").limit(48))
                .variant(Variant.named("b").limit(32))
                .variant(Variant.named("c").limit(10))
                .encode(Encoding.png());
    }

    @Test
    void theVariantsOfOneJobAreEncodedSideBySide() {
        ConcurrencyEncoder encoder = new ConcurrencyEncoder(2);
        assertThat(PipelineFixtures.process(pipeline(encoder).cores(2), PICTURE))
                .isInstanceOf(Outcome.Completed.class);
        assertThat(encoder.met.getCount()).as("encoders that never met another").isZero();
    }

    @Test
    void manyJobsNeverUseMoreThreadsThanThereAreCores() {
        ConcurrencyEncoder encoder = new ConcurrencyEncoder(1);
        try (Pipeline pipeline = pipeline(encoder).cores(3).build()) {
            List<RunningJob> jobs = IntStream.range(0, 12)
                    .mapToObj(i -> pipeline.submit(Source.of(PICTURE), Map.of()))
                    .toList();
            assertThat(jobs).extracting(RunningJob::await).hasOnlyElementsOfType(Outcome.Completed.class);
        }
        assertThat(encoder.most.get()).isBetween(1, 3);
    }

    @Test
    void aJobThatOnlyWaitsForBorrowedCoresLeavesItsOwnToOthers() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch otherDone = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        AtomicBoolean metOther = new AtomicBoolean();
        EncoderProvider heldUp = new ConcurrencyEncoder(1) {
            @Override
            void encoding() {
                if (first.getAndSet(false)) {
                    begun.countDown();
                    metOther.set(isCountedDown(otherDone));
                }
            }
        };
        try (Pipeline pipeline = pipeline(heldUp).cores(2).build()) {
            RunningJob waiting = pipeline.submit(Source.of(PICTURE), Map.of());
            assertThat(isCountedDown(begun)).isTrue();
            assertThat(pipeline.process(Source.of(PICTURE), Map.of())).isInstanceOf(Outcome.Completed.class);
            otherDone.countDown();
            assertThat(waiting.await()).isInstanceOf(Outcome.Completed.class);
        }
        assertThat(metOther).as("whether the other job ended meanwhile").isTrue();
    }

    private static boolean isCountedDown(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsMadeSideBySideIsWhatIsMadeOneAfterTheOther() {
        Outcome alone = PipelineFixtures.process(pipeline(FakeCodec.rows()).cores(1), PICTURE);
        Outcome beside = PipelineFixtures.process(pipeline(FakeCodec.rows()).cores(4), PICTURE);
        assertThat(contents(beside)).isEqualTo(contents(alone)).hasSize(3);
    }

    @Test
    void aVariantThatFailsOnAnotherCoreFailsTheJob() {
        EncoderProvider failing = new ConcurrencyEncoder(1) {
            @Override
            void encoding() throws ImageException {
                throw ImageException.unsupported("this encoder never works");
            }
        };
        assertThat(PipelineFixtures.rejected(
                                PipelineFixtures.process(pipeline(failing).cores(2), PICTURE))
                        .failure()
                        .message())
                .isEqualTo("this encoder never works");
    }

    @Test
    void aBudgetTooSmallForAllAtOnceHoldsOneAfterTheOther() throws Exception {
        EncoderProvider large = new ConcurrencyEncoder(1) {
            @Override
            public long peakBytes(RasterSpec raster, Encoding encoding) {
                return 900_000;
            }
        };
        try (Pipeline small = pipeline(large).cores(2).memory(1 << 20).build();
                Pipeline roomy = pipeline(large).cores(2).memory(8 << 20).build()) {
            assertThat(small.plan(Source.of(PICTURE)).memoryBytes()).isLessThan(1 << 20);
            assertThat(roomy.plan(Source.of(PICTURE)).memoryBytes()).isGreaterThan(2_700_000);
            assertThat(small.process(Source.of(PICTURE), Map.of())).isInstanceOf(Outcome.Completed.class);
        }
    }

    @Test
    void whoWaitsForACoreHearsOfTheDeadline() throws Exception {
        CoreBudget cores = new CoreBudget(1);
        try (CoreBudget.Core taken = cores.take(Deadline.after(Duration.ofMinutes(5)))) {
            assertThat(taken).isNotNull();
            assertThat(cores.takeIdle()).isNull();
            assertThatThrownBy(() -> cores.take(Deadline.after(Duration.ofMillis(30))))
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Stopped.class));
        }
        assertThat(cores.takeIdle()).isNotNull();
    }

    private static List<Bytes> contents(Outcome outcome) {
        return ((Outcome.Completed) outcome)
                .renditions().stream().map(rendition -> rendition.bytes()).toList();
    }
}
