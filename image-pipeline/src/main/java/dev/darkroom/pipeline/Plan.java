package dev.darkroom.pipeline;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.PlannedVariant;
import dev.darkroom.core.SizePlan;
import dev.darkroom.core.Stage;
import dev.darkroom.spi.DecodeHint;
import dev.darkroom.spi.DecodeReport;
import dev.darkroom.spi.Layout;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Stage 3: limits, sizes, the decoder's report, and from it every later step and the memory they take. Allocates no pixels. */
final class Plan {
    private final PipelineBuilder settings;
    private final Registry registry;
    private final MemoryBudget budget;
    private final Cores cores;

    Plan(PipelineBuilder settings, Registry registry, MemoryBudget budget, Cores cores) {
        this.settings = settings;
        this.registry = registry;
        this.budget = budget;
        this.cores = cores;
    }

    Planned plan(Identified picture, Job job) throws ImageException {
        return job.in(Stage.PLAN, () -> {
            SizePlan sizes = SizePlan.of(picture.info(), settings.variants, settings.encoding, settings.limits);
            DecodeReport report = picture.prepare(new DecodeHint(sizes.smallestRaster(), layouts(sizes)));
            RenderPlan renderings = RenderPlan.of(sizes, report, registry, settings, job);
            boolean sideBySide = cores.count() > 1 && budget.holds(renderings.sideBySideBytes());
            long memory = sideBySide ? renderings.sideBySideBytes() : renderings.memoryBytes();
            JobPlan plan = new JobPlan(sizes, picture.decoderName(), report, memory);
            return new Planned(plan, renderings, sideBySide);
        });
    }

    /** What the encoders would like best, then what every encoder takes. */
    private List<Layout> layouts(SizePlan sizes) throws ImageException {
        Set<Layout> wanted = new LinkedHashSet<>();
        for (PlannedVariant variant : sizes.variants()) {
            if (!variant.rewrite()) {
                wanted.addAll(registry.encoder(variant.encoding().format().orElseThrow())
                        .layouts(variant.encoding()));
            }
        }
        wanted.addAll(List.of(Layout.RGB, Layout.RGBA, Layout.GRAY));
        if (settings.linearLight) {
            wanted.removeIf(Layout::isPlanar);
        }
        return new ArrayList<>(wanted);
    }

    /**
     * The plan as shown to the caller, and as carried out.
     *
     * @param sideBySide whether its memory holds all encodings at once
     */
    record Planned(JobPlan plan, RenderPlan renderings, boolean sideBySide) {}
}
