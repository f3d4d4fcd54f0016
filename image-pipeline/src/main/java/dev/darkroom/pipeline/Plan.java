package dev.darkroom.pipeline;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.core.Stage;
import dev.darkroom.core.plan.PlannedVariant;
import dev.darkroom.core.plan.SizePlan;
import dev.darkroom.pipeline.render.RenderPlan;
import dev.darkroom.pipeline.resource.CoreBudget;
import dev.darkroom.pipeline.resource.MemoryBudget;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Stage 3: checks limits, plans sizes, asks the decoder for its report, and plans every later step and its memory. Allocates no pixels. */
final class Plan {
    private final PipelineBuilder settings;
    private final Registry registry;
    private final MemoryBudget budget;
    private final CoreBudget cores;

    Plan(PipelineBuilder settings, Registry registry, MemoryBudget budget, CoreBudget cores) {
        this.settings = settings;
        this.registry = registry;
        this.budget = budget;
        this.cores = cores;
    }

    Planned plan(Identified picture, JobProgress job) throws ImageException {
        return job.in(Stage.PLAN, () -> {
            SizePlan sizes = SizePlan.of(picture.info(), settings.variants, settings.encoding, settings.limits);
            DecodeReport report = picture.prepare(new DecodeHint(smallestRaster(sizes), layouts(sizes)));
            RenderPlan renderings = RenderPlan.of(
                    sizes,
                    report,
                    new RenderPlan.Options(settings.linearLight, settings.placeholder),
                    registry.resampler(),
                    registry::encoder,
                    job::warn);
            boolean sideBySide = cores.count() > 1 && budget.holds(renderings.sideBySideBytes());
            long memory = sideBySide ? renderings.sideBySideBytes() : renderings.memoryBytes();
            JobPlan plan = JobPlan.of(sizes, picture.decoderName(), report, renderings.longestEncode(), memory);
            return new Planned(plan, sizes, renderings, sideBySide);
        });
    }

    /**
     * The smallest raster that the decoder may deliver: what the variants need, times the extra scale that the encoders ask for, but at
     * most the stored size.
     */
    private Size smallestRaster(SizePlan sizes) throws ImageException {
        double room = 1;
        for (PlannedVariant variant : sizes.variants()) {
            if (!variant.rewrite()) {
                room = Math.max(room, encoder(variant).minSourceScale(variant.encoding()));
            }
        }
        Size least = sizes.smallestRaster();
        Size stored = sizes.info().stored();
        return new Size(
                Math.max(least.width(), (int) Math.min(stored.width(), Math.ceil(least.width() * room))),
                Math.max(least.height(), (int) Math.min(stored.height(), Math.ceil(least.height() * room))));
    }

    private EncoderProvider encoder(PlannedVariant variant) throws ImageException {
        return registry.encoder(variant.encoding().format().orElseThrow());
    }

    /** The layouts that the encoders prefer, followed by those that every encoder takes. */
    private List<Layout> layouts(SizePlan sizes) throws ImageException {
        Set<Layout> wanted = new LinkedHashSet<>();
        for (PlannedVariant variant : sizes.variants()) {
            if (!variant.rewrite()) {
                wanted.addAll(encoder(variant).layouts(variant.encoding()));
            }
        }
        wanted.addAll(List.of(Layout.RGB, Layout.RGBA, Layout.GRAY));
        if (settings.linearLight) {
            wanted.removeIf(Layout::isPlanar);
        }
        return new ArrayList<>(wanted);
    }

    /**
     * The plan as shown to the caller, together with the parts that carry it out.
     *
     * @param sideBySide whether the planned memory is enough for all encodings at once
     */
    record Planned(JobPlan plan, SizePlan sizes, RenderPlan renderings, boolean sideBySide) {}
}
