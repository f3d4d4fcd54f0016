package dev.darkroom.pipeline.render;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.pipeline.pixel.YcbcrToRgb;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.Resampler;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The upright sRGB raster of each rendering, taken from the decode or resized from a larger rendering. */
public final class UprightRasters implements AutoCloseable {
    private final Decoded decoded;
    private final Deadline deadline;
    private final Map<Rendering, Raster> made = new IdentityHashMap<>();
    private final List<Raster> owned = new ArrayList<>();

    public UprightRasters(Decoded decoded, Deadline deadline) {
        this.decoded = decoded;
        this.deadline = deadline;
    }

    /** The caller asks for renderings in the order of the plan, parents first. This object owns the returned raster. */
    public Raster of(Rendering rendering) throws ImageException {
        Raster upright = made.get(rendering);
        if (upright == null) {
            upright = rendering.isRoot() ? fromDecode(rendering) : fromParent(rendering);
            made.put(rendering, upright);
        }
        return upright;
    }

    private Raster fromDecode(Rendering rendering) throws ImageException {
        Raster upright = outOfYcbcr(rendering, decoded.raster(rendering));
        decoded.plan().toSrgb().convert(upright, deadline);
        return upright.withSpec(rendering.upright());
    }

    private Raster fromParent(Rendering rendering) throws ImageException {
        Rendering parent = rendering.parent();
        if (parent == null) {
            throw new IllegalArgumentException("a root has no parent: " + rendering);
        }
        Memory memory = decoded.memory();
        Raster target = own(Raster.allocate(rendering.resize().target(), memory));
        try (Resampler resampler = decoded.plan().resampler().open(rendering.resize(), target, memory)) {
            RasterBands.push(of(parent), resampler, deadline);
            resampler.finish();
        }
        return outOfYcbcr(rendering, target);
    }

    private Raster outOfYcbcr(Rendering rendering, Raster resized) throws ImageException {
        return rendering.leavesYcbcr() ? own(YcbcrToRgb.convert(resized, decoded.memory(), deadline)) : resized;
    }

    private Raster own(Raster raster) {
        owned.add(raster);
        return raster;
    }

    @Override
    public void close() {
        owned.forEach(Raster::close);
    }
}
