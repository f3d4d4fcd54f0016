package dev.darkroom.turbo;

import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.RasterSpec;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole raster in native memory. If chroma is subsampled, the luma plane is padded to whole chroma samples, because libjpeg-turbo reads
 * and writes those. Not thread-safe during writes.
 *
 * @param planes one segment per plane; its rows follow each other at the plane's stride
 */
public record NativePlanes(RasterSpec spec, List<MemorySegment> planes) {
    private static final int ALIGNMENT = 32;
    /** Extra bytes after a plane, because a library's vector code may read beyond the end of a row. */
    private static final int SLACK = 64;

    public static NativePlanes allocate(RasterSpec spec, NativeCallMemory memory) {
        List<MemorySegment> planes = new ArrayList<>();
        for (int plane = 0; plane < spec.layout().planes(); plane++) {
            planes.add(memory.allocate(planeBytes(spec, plane)));
        }
        return new NativePlanes(spec, List.copyOf(planes));
    }

    /** Bytes that {@link #allocate} allocates. */
    public static long bytes(RasterSpec spec) {
        long sum = 0;
        for (int plane = 0; plane < spec.layout().planes(); plane++) {
            sum += planeBytes(spec, plane);
        }
        return sum;
    }

    public int stride(int plane) {
        return stride(spec, plane);
    }

    /** Addresses of the planes, as C's array of pointers. */
    public MemorySegment pointers(NativeCallMemory memory) {
        MemorySegment pointers = memory.small().allocate(NativeLibrary.POINTER, planes.size());
        for (int plane = 0; plane < planes.size(); plane++) {
            pointers.setAtIndex(NativeLibrary.POINTER, plane, planes.get(plane));
        }
        return pointers;
    }

    /** Strides of the planes, as C's array of int. */
    public MemorySegment strides(NativeCallMemory memory) {
        MemorySegment strides = memory.small().allocate(NativeLibrary.INT, planes.size());
        for (int plane = 0; plane < planes.size(); plane++) {
            strides.setAtIndex(NativeLibrary.INT, plane, stride(plane));
        }
        return strides;
    }

    /** A view of some rows, without copying. */
    public Band band(int top, int rows) {
        Layout layout = spec.layout();
        List<Plane> parts = new ArrayList<>();
        for (int plane = 0; plane < planes.size(); plane++) {
            int stride = stride(plane);
            int count = layout.planeHeight(plane, rows);
            long first = (long) (top >> layout.shiftY(plane)) * stride;
            MemorySegment part = planes.get(plane).asSlice(first, (long) count * stride);
            parts.add(new Plane(part.asByteBuffer(), 0, stride, layout.rowBytes(plane, spec.width()), count));
        }
        return new Band(spec, top, rows, parts);
    }

    public void copy(Band band) {
        for (int plane = 0; plane < planes.size(); plane++) {
            Plane from = band.planes().get(plane);
            MemorySegment source =
                    MemorySegment.ofBuffer(from.buffer().duplicate().clear());
            long to = (long) (band.top() >> spec.layout().shiftY(plane)) * stride(plane);
            for (int y = 0; y < from.rows(); y++, to += stride(plane)) {
                MemorySegment.copy(source, from.rowStart(y), planes.get(plane), to, from.rowBytes());
            }
        }
    }

    /** Repeats the last column and the last row of the first plane where its padding needs them. */
    public void padLuma() {
        MemorySegment luma = planes.get(0);
        int stride = stride(0);
        int width = spec.width();
        int height = spec.height();
        if (paddedWidth(spec, 0) > width) {
            for (long y = 0; y < height; y++) {
                byte last = luma.get(ValueLayout.JAVA_BYTE, y * stride + width - 1);
                luma.set(ValueLayout.JAVA_BYTE, y * stride + width, last);
            }
        }
        if (paddedHeight(spec, 0) > height) {
            MemorySegment.copy(luma, (long) (height - 1) * stride, luma, (long) height * stride, stride);
        }
    }

    private static long planeBytes(RasterSpec spec, int plane) {
        return (long) stride(spec, plane) * paddedHeight(spec, plane) + SLACK;
    }

    private static int stride(RasterSpec spec, int plane) {
        int rowBytes = paddedWidth(spec, plane) * spec.layout().channelsPerPlane();
        return Math.addExact(rowBytes, ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private static int paddedWidth(RasterSpec spec, int plane) {
        return spec.layout().planes() == 1
                ? spec.width()
                : spec.layout().planeWidth(1, spec.width())
                        << spec.layout().shiftX(1) - spec.layout().shiftX(plane);
    }

    private static int paddedHeight(RasterSpec spec, int plane) {
        return spec.layout().planes() == 1
                ? spec.height()
                : spec.layout().planeHeight(1, spec.height())
                        << spec.layout().shiftY(1) - spec.layout().shiftY(plane);
    }
}
