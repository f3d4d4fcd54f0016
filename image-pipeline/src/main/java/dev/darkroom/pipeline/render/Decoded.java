package dev.darkroom.pipeline.render;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.pipeline.resource.CoreBudget;
import dev.darkroom.pipeline.resource.MemoryBudget;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.spi.codec.Resampler;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decoded pixels, already resized to the sizes of the root renderings, and the memory that holds them. */
public final class Decoded implements AutoCloseable {
    private final RenderPlan plan;
    private final Memory memory;
    private final MemoryBudget.Grant grant;
    private CoreBudget.@Nullable Core core;
    private final Map<Rendering, Raster> rasters = new IdentityHashMap<>();
    private final List<Resampler> resamplers = new ArrayList<>();

    public Decoded(RenderPlan plan, Memory memory, MemoryBudget.Grant grant) {
        this.plan = plan;
        this.memory = memory;
        this.grant = grant;
    }

    /** Hands over the core that the job works on. It is taken after the memory, so that no job holds a core while it waits for memory. */
    public void hold(CoreBudget.Core taken) {
        core = taken;
    }

    /** Releases the job's core for other jobs, while this job only waits for tasks on borrowed cores. Idempotent. */
    public void letGoOfCore() {
        if (core != null) {
            core.close();
        }
    }

    public DecodeSink open(RasterSpec raster, Deadline deadline) throws ImageException {
        for (Rendering rendering : plan.renderings()) {
            if (rendering.isRoot()) {
                Raster target = Raster.allocate(rendering.resize().target(), memory);
                rasters.put(rendering, target);
                resamplers.add(plan.resampler().open(rendering.resize(), target, memory));
            }
        }
        return new DecodeSink(raster, resamplers, deadline);
    }

    public RenderPlan plan() {
        return plan;
    }

    public Memory memory() {
        return memory;
    }

    /** The resized raster of a root rendering. */
    Raster raster(Rendering root) {
        Raster raster = rasters.get(root);
        if (raster == null) {
            throw new IllegalArgumentException("not a root: " + root);
        }
        return raster;
    }

    @Override
    public void close() {
        try (grant;
                memory) {
            resamplers.forEach(Resampler::close);
            rasters.values().forEach(Raster::close);
        } finally {
            letGoOfCore();
        }
    }
}
