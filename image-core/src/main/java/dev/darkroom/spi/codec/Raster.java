package dev.darkroom.spi.codec;

import dev.darkroom.core.ImageException;
import java.util.ArrayList;
import java.util.List;

/** All decoded pixels of one picture, in a job's {@link Memory}. Not thread-safe during writes. The allocating code closes it. */
public final class Raster implements AutoCloseable {
    /** Alignment in bytes of each row's offset within its plane. */
    private static final int ROW_ALIGNMENT = 64;

    private final RasterSpec spec;
    private final List<Plane> planes;
    private final Memory.Block block;

    private Raster(RasterSpec spec, List<Plane> planes, Memory.Block block) {
        this.spec = spec;
        this.planes = planes;
        this.block = block;
    }

    /** Allocates a raster with zeroed pixels. */
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

    /** The bytes that {@link #allocate} charges to memory for such a raster. */
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

    /** The complete raster as one band. */
    public Band asBand() {
        return new Band(spec, 0, spec.height(), planes);
    }

    /** A view of the same pixels with another specification of the same shape, for example after a colour conversion in place. */
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
