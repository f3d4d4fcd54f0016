package dev.darkroom.spi.codec;

import dev.darkroom.core.ImageException;
import java.util.ArrayList;
import java.util.List;

/** Decoded pixels, whole, in a job's {@link Memory}. Not thread-safe while written to. Whoever allocates it closes it. */
public final class Raster implements AutoCloseable {
    /** Rows start at multiples of this many bytes from the start of their plane. */
    private static final int ROW_ALIGNMENT = 64;

    private final RasterSpec spec;
    private final List<Plane> planes;
    private final Memory.Block block;

    private Raster(RasterSpec spec, List<Plane> planes, Memory.Block block) {
        this.spec = spec;
        this.planes = planes;
        this.block = block;
    }

    /** Zeroed pixels. */
    public static Raster allocate(RasterSpec spec, Memory memory) throws ImageException {
        Layout layout = spec.layout();
        Memory.Block block = memory.allocate(bytes(spec), ROW_ALIGNMENT);
        List<Plane> planes = new ArrayList<>();
        int offset = 0;
        for (int plane = 0; plane < layout.planes(); plane++) {
            int rowBytes = layout.rowBytes(plane, spec.width());
            int rows = layout.planeHeight(plane, spec.height());
            int stride = aligned(rowBytes);
            planes.add(new Plane(block.buffer(), offset, stride, rowBytes, rows));
            offset += stride * rows;
        }
        return new Raster(spec, List.copyOf(planes), block);
    }

    /** What {@link #allocate} takes from memory for such a raster. */
    public static long bytes(RasterSpec spec) {
        Layout layout = spec.layout();
        long sum = 0;
        for (int plane = 0; plane < layout.planes(); plane++) {
            sum += (long) aligned(layout.rowBytes(plane, spec.width())) * layout.planeHeight(plane, spec.height());
        }
        return sum;
    }

    public RasterSpec spec() {
        return spec;
    }

    public List<Plane> planes() {
        return planes;
    }

    public Plane plane(int index) {
        return planes.get(index);
    }

    /** All of it as one band. */
    public Band asBand() {
        return new Band(spec, 0, spec.height(), planes);
    }

    /** The same pixels called something else of the same shape, such as after their colours were converted in place. */
    public Raster withSpec(RasterSpec other) {
        if (!other.size().equals(spec.size())
                || other.layout().channels() != spec.layout().channels()) {
            throw new IllegalArgumentException("not the same shape: " + spec + " and " + other);
        }
        return new Raster(other, planes, block);
    }

    @Override
    public void close() {
        block.close();
    }

    private static int aligned(int rowBytes) {
        return Math.addExact(rowBytes, ROW_ALIGNMENT - 1) / ROW_ALIGNMENT * ROW_ALIGNMENT;
    }
}
