package dev.darkroom.hostile.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.core.Stage;
import dev.darkroom.core.Variant;
import dev.darkroom.hostile.CodecFamily;
import dev.darkroom.pipeline.JobPlan;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineBuilder;
import dev.darkroom.pipeline.RunningJob;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests jobs on large photographs that are cancelled or reach their deadline at random moments. The test asserts the CPU time of our
 * threads, which a busy machine does not change. It also prints the elapsed time.
 */
class JobStopTest {
    private static final int RUNS = Integer.getInteger("darkroom.stops", 5);
    private static final double MOST_MILLIS = 50;
    private static final long MEMORY = 1024 * Limits.MIB;

    private final Random random = new Random(5);

    @ParameterizedTest
    @MethodSource("dev.darkroom.hostile.CodecFamily#present")
    void aCancelledJobEndsWithin50MillisecondsBeyondTheCallUnderWay(CodecFamily family) throws Exception {
        DeadlineOverruns all = new DeadlineOverruns();
        for (Map.Entry<String, Bytes> photo : LargePhotos.find().entrySet()) {
            DeadlineOverruns late = new DeadlineOverruns();
            try (Pipeline pipeline = job(family).build()) {
                MeasuredJob course = MeasuredJob.of(pipeline, photo.getValue());
                for (int run = 0; run < RUNS; run++) {
                    long moment = (long) (random.nextDouble() * course.nanos);
                    stop(pipeline, photo.getValue(), moment, true, course.plan, late, all);
                }
            }
            System.out.println("cancelled, " + family + ", " + photo.getKey() + ": " + late);
        }
        told("cancelled, " + family, all);
    }

    @ParameterizedTest
    @MethodSource("dev.darkroom.hostile.CodecFamily#present")
    void aJobOutOfTimeEndsWithin50MillisecondsBeyondTheCallUnderWay(CodecFamily family) throws Exception {
        DeadlineOverruns all = new DeadlineOverruns();
        for (Map.Entry<String, Bytes> photo : LargePhotos.find().entrySet()) {
            DeadlineOverruns late = new DeadlineOverruns();
            try (Pipeline first = job(family).build()) {
                MeasuredJob course = MeasuredJob.of(first, photo.getValue());
                for (int run = 0; run < RUNS; run++) {
                    long moment = 1 + (long) (random.nextDouble() * course.nanos);
                    Limits limits = Limits.untrusted().deadline(Duration.ofNanos(moment));
                    try (Pipeline pipeline =
                            job(family).limits(limits).sharingResourcesOf(first).build()) {
                        stop(pipeline, photo.getValue(), moment, false, course.plan, late, all);
                    }
                }
            }
            System.out.println("out of time, " + family + ", " + photo.getKey() + ": " + late);
        }
        told("out of time, " + family, all);
    }

    private static void told(String what, DeadlineOverruns all) {
        System.out.println(what + ": " + all);
        assertThat(all.count()).isPositive();
        assertThat(all.computedBeyondStepMillis(0.99)).as(what + ": " + all).isLessThanOrEqualTo(MOST_MILLIS);
    }

    static PipelineBuilder job(CodecFamily family) {
        return family.builder()
                .memory(MEMORY)
                .variant(Variant.named("large").limit(2400).encode(Encoding.jpeg()))
                .variant(Variant.named("page").limit(1920).encode(Encoding.webp()))
                .variant(Variant.named("icon").limit(1000).encode(Encoding.png()))
                .variant(Variant.named("small").limit(400).encode(Encoding.jpeg()))
                .variant(Variant.rewritten("original"));
    }

    /** The plan of a job, and its time after the warm-up. */
    private record MeasuredJob(JobPlan plan, long nanos) {
        static MeasuredJob of(Pipeline pipeline, Bytes photo) throws Exception {
            long nanos = Long.MAX_VALUE;
            for (int i = 0; i < 2; i++) {
                long start = System.nanoTime();
                assertThat(pipeline.process(Source.of(photo), Map.of())).isInstanceOf(Outcome.Completed.class);
                nanos = Math.min(nanos, System.nanoTime() - start);
            }
            return new MeasuredJob(pipeline.plan(Source.of(photo)), nanos);
        }
    }

    private static void stop(
            Pipeline pipeline,
            Bytes photo,
            long moment,
            boolean cancel,
            JobPlan plan,
            DeadlineOverruns late,
            DeadlineOverruns all) {
        long due = System.nanoTime() + moment;
        RunningJob job = pipeline.submit(Source.of(photo), Map.of());
        for (long left = moment; left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        if (cancel) {
            job.cancel();
        }
        // after the cancellation: CPU time that the job uses before this thread cancels it is not a delay
        CpuTimes before = CpuTimes.now();
        Outcome outcome = job.await();
        long nanos = System.nanoTime() - due;
        long computed = CpuTimes.now().mostSince(before);
        assertThat(pipeline.load().memoryBytes())
                .as("memory held after " + outcome)
                .isZero();
        if (outcome instanceof Outcome.Failed failed) {
            assertThat(failed.failure()).isInstanceOf(Failure.Stopped.class);
            long step = step(failed.stage(), plan).toNanos();
            late.add(nanos, computed, step);
            all.add(nanos, computed, step);
        } else if (outcome instanceof Outcome.Rejected refused) {
            assertThat(refused.failure()).isInstanceOf(Failure.OverLimit.class);
            assertThat(cancel).isFalse();
            late.addRefused();
            all.addRefused();
        }
    }

    private static Duration step(Stage stage, JobPlan plan) {
        return switch (stage) {
            case DECODE -> plan.report().longestStep();
            case RENDER -> plan.longestEncode();
            default -> Duration.ZERO;
        };
    }
}
