package dev.darkroom.pipeline;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Stage;
import dev.darkroom.pipeline.render.DecodeSink;
import dev.darkroom.pipeline.render.Decoded;
import dev.darkroom.pipeline.resource.CoreBudget;
import dev.darkroom.pipeline.resource.MemoryBudget;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.MemoryProvider;
import java.time.Duration;

/**
 * Stage 4: decodes the source once and passes every band to the resampler of each root rendering. A picture is decoded even if all its
 * variants are rewrites, to check that it is complete.
 */
final class Decode {
    private final Registry registry;
    private final MemoryBudget budget;
    private final CoreBudget cores;
    private final Duration queueWait;

    Decode(Registry registry, MemoryBudget budget, CoreBudget cores, Duration queueWait) {
        this.registry = registry;
        this.budget = budget;
        this.cores = cores;
        this.queueWait = queueWait;
    }

    /** The caller closes the result. Closing it releases the memory and the core. */
    Decoded decode(Identified picture, Plan.Planned planned, JobProgress job) throws ImageException {
        return job.in(Stage.DECODE, () -> {
            refuseIfTooSlow(planned.plan(), job.deadline());
            MemoryProvider provider = registry.memory();
            MemoryBudget.Grant grant = budget.take(planned.plan().memoryBytes(), queueWait, job.deadline());
            Memory memory = provider.open(grant.bytes());
            Decoded decoded = new Decoded(planned.renderings(), memory, grant);
            try {
                decoded.hold(cores.take(job.deadline()));
                job.deadline().check(planned.plan().report().longestStep());
                DecodeSink sink = decoded.open(planned.plan().report().raster(), job.deadline());
                picture.decoder().decode(sink, memory);
                sink.finish();
                picture.decoder().warnings().forEach(job::warn);
                picture.close();
                return decoded;
            } catch (ImageException | RuntimeException | Error e) {
                decoded.close();
                throw e;
            }
        });
    }

    /**
     * Refuses a job with a step that is longer than the whole time limit: the picture itself is too large. If only the remaining time is
     * too short, the job ends as stopped.
     */
    private static void refuseIfTooSlow(JobPlan plan, Deadline deadline) throws ImageException {
        refuseIfTooSlow("decoding", plan.report().longestStep(), deadline);
        refuseIfTooSlow("encoding", plan.longestEncode(), deadline);
        deadline.check(plan.report().longestStep());
    }

    private static void refuseIfTooSlow(String task, Duration step, Deadline deadline) throws ImageException {
        if (step.compareTo(deadline.allowed()) > 0) {
            throw ImageException.overLimit(
                    Failure.OverLimit.Kind.TIME,
                    "time limit of a job in ms, for " + task + " alone",
                    step.toMillis(),
                    deadline.allowed().toMillis());
        }
    }
}
