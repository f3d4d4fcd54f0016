package dev.darkroom.pipeline;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Placeholder;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Stage;
import dev.darkroom.core.plan.PlannedVariant;
import dev.darkroom.pipeline.render.Decoded;
import dev.darkroom.pipeline.render.Encode;
import dev.darkroom.pipeline.render.PlaceholderEncoder;
import dev.darkroom.pipeline.render.RenderPlan;
import dev.darkroom.pipeline.render.Rendering;
import dev.darkroom.pipeline.render.UprightRasters;
import dev.darkroom.pipeline.resource.CoreBudget;
import dev.darkroom.pipeline.resource.ParallelTasks;
import dev.darkroom.pipeline.resource.ParallelTasks.ParallelTask;
import dev.darkroom.pipeline.resource.PipelineThreads;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.Rewriter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Stage 5: turns decoded pixels into renditions, and the source into its cleaned copy. Encodes in parallel where cores are idle. */
final class Render {
    private final Registry registry;
    private final Rewriter.Keep keep;
    private final CoreBudget cores;
    private final PipelineThreads workers;

    Render(Registry registry, Rewriter.Keep keep, CoreBudget cores, PipelineThreads workers) {
        this.registry = registry;
        this.keep = keep;
        this.cores = cores;
        this.workers = workers;
    }

    Rendered render(Bytes source, Plan.Planned planned, Decoded decoded, JobProgress job) throws ImageException {
        return job.in(Stage.RENDER, () -> {
            JobPlan plan = planned.plan();
            try (UprightRasters uprights = new UprightRasters(decoded, job.deadline());
                    ParallelTasks pieces = new ParallelTasks(planned.sideBySide() ? cores : CoreBudget.NONE, workers)) {
                Map<Rendering, ParallelTask<Bytes>> encoded = encodeAll(decoded, uprights, pieces, job.deadline());
                decoded.letGoOfCore();
                Rewriter.Context context = new Rewriter.Context(job::warn, job.deadline());
                List<Rendition> renditions = new ArrayList<>();
                for (PlannedVariant variant : planned.sizes().variants()) {
                    Format format = variant.rewrite()
                            ? plan.info().format()
                            : variant.encoding().format().orElseThrow();
                    Bytes bytes = variant.rewrite()
                            ? registry.rewriter(format).rewrite(format, source, keep, context)
                            : Objects.requireNonNull(encoded.get(decoded.plan().renderingOf(variant)))
                                    .result();
                    if (variant.isSourceItself(plan.info())) {
                        bytes = smaller(bytes, format, source, job.deadline());
                    }
                    renditions.add(new Rendition(variant.name(), format, variant.size(), bytes));
                }
                return new Rendered(List.copyOf(renditions), placeholder(decoded.plan(), encoded));
            }
        });
    }

    /**
     * The encoded picture, or the cleaned source if that is smaller. A source that is twice as large is not cleaned, because its picture
     * data is hardly ever smaller.
     */
    private Bytes smaller(Bytes encoded, Format format, Bytes source, Deadline deadline) throws ImageException {
        if (source.length() / 2 > encoded.length()) {
            return encoded;
        }
        Rewriter.Context quiet = new Rewriter.Context(warning -> {}, deadline);
        try {
            Bytes cleaned = registry.rewriter(format).rewrite(format, source, Rewriter.Keep.NOTHING, quiet);
            return cleaned.length() < encoded.length() ? cleaned : encoded;
        } catch (ImageException e) {
            if (e.failure() instanceof Failure.Stopped) {
                throw e;
            }
            // Some files can be decoded but not cleaned, and a registry may have no rewriter.
            return encoded;
        }
    }

    private static Optional<Placeholder> placeholder(RenderPlan plan, Map<Rendering, ParallelTask<Bytes>> encoded)
            throws ImageException {
        ParallelTask<Bytes> sketch = plan.placeholder() == null ? null : encoded.get(plan.placeholder());
        return sketch == null ? Optional.empty() : Optional.of(PlaceholderEncoder.decode(sketch.result()));
    }

    private static Map<Rendering, ParallelTask<Bytes>> encodeAll(
            Decoded decoded, UprightRasters uprights, ParallelTasks pieces, Deadline deadline) throws ImageException {
        Map<Rendering, ParallelTask<Bytes>> encoded = new IdentityHashMap<>();
        for (Rendering rendering : decoded.plan().renderings()) {
            Raster upright = uprights.of(rendering);
            encoded.put(rendering, pieces.begin(() -> Encode.encode(rendering, upright, decoded.memory(), deadline)));
        }
        return encoded;
    }
}
