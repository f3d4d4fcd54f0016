package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.header.jpeg.JpegCodingSegments;
import dev.darkroom.core.jpeg.JpegCompleteness;
import dev.darkroom.spi.codec.BandSink;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.turbo.NativeCallMemory;
import dev.darkroom.turbo.NativeLibrary;
import dev.darkroom.turbo.NativePlanes;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes a whole JPEG in one call and passes the rows on in bands. It keeps the file's chroma resolution if the caller accepts planes. */
final class TurboJpegDecoder implements Decoder {
    /** Rows of a band. The number is even, because subsampled chroma needs that. The job checks its deadline once per band. */
    private static final int ROWS_PER_BAND = 64;

    private static final int FLAGS = TurboJpegFunctions.ACCURATE_DCT;

    private final TurboJpegFunctions turbo;
    private final Bytes source;
    private final ImageInfo info;
    private @Nullable DecodePlan plan;
    private List<String> warnings = List.of();

    TurboJpegDecoder(TurboJpegFunctions turbo, Bytes source, ImageInfo info) {
        this.turbo = turbo;
        this.source = source;
        this.info = info;
    }

    @Override
    public ImageInfo info() {
        return info;
    }

    @Override
    public DecodeReport prepare(DecodeHint hint) throws ImageException {
        DecodePlan made = DecodePlan.of(JpegCodingSegments.read(source), info, hint);
        plan = made;
        warnings = made.coding().endIsMissing() ? List.of(JpegCompleteness.END_IS_MISSING) : List.of();
        return new DecodeReport(made.raster(), 1.0 / made.denominator(), peakBytes(made), made.longestStep());
    }

    @Override
    public void decode(BandSink sink, Memory memory) throws ImageException {
        DecodePlan todo = plan;
        if (todo == null) {
            throw new IllegalStateException("prepare was not called");
        }
        try (NativeCallMemory block = NativeCallMemory.open(peakBytes(todo), memory)) {
            NativePlanes planes = NativePlanes.allocate(todo.raster(), block);
            decompress(todo, planes, block);
            int height = todo.raster().height();
            for (int top = 0; top < height; top += ROWS_PER_BAND) {
                sink.accept(planes.band(top, Math.min(ROWS_PER_BAND, height - top)));
            }
        }
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        plan = null;
    }

    private void decompress(DecodePlan todo, NativePlanes planes, NativeCallMemory memory) throws ImageException {
        MemorySegment file = CodingBytes.copy(todo.coding(), memory);
        MemorySegment handle = turbo.open(turbo.initDecompress());
        try {
            if (decompress(handle, file, planes, memory, FLAGS | TurboJpegFunctions.STOP_ON_WARNING) != 0) {
                TurboJpegError complaint = complaint(handle);
                complaint.raiseUnlessWarning();
                JpegCompleteness.require(source, todo.foreignBytes());
                if (decompress(handle, file, planes, memory, FLAGS) != 0) {
                    complaint(handle).raiseUnlessWarning();
                }
            } else if (todo.coding().endIsMissing()) {
                JpegCompleteness.require(source, todo.foreignBytes());
            }
        } finally {
            turbo.close(handle);
        }
    }

    private TurboJpegError complaint(MemorySegment handle) {
        return new TurboJpegError(turbo.textOf(handle), turbo.isWarning(handle));
    }

    private int decompress(
            MemorySegment handle, MemorySegment file, NativePlanes planes, NativeCallMemory memory, int flags) {
        int width = planes.spec().width();
        int height = planes.spec().height();
        try {
            if (planes.spec().layout().isPlanar()) {
                return (int) turbo.decompressToPlanes()
                        .invokeExact(
                                handle,
                                file,
                                file.byteSize(),
                                planes.pointers(memory),
                                width,
                                planes.strides(memory),
                                height,
                                flags);
            }
            int format = planes.spec().layout().equals(Layout.GRAY) ? TurboJpegFunctions.GRAY : TurboJpegFunctions.RGB;
            return (int) turbo.decompress()
                    .invokeExact(
                            handle,
                            file,
                            file.byteSize(),
                            planes.planes().get(0),
                            width,
                            planes.stride(0),
                            height,
                            format,
                            flags);
        } catch (Throwable e) {
            throw NativeLibrary.unchecked(e);
        }
    }

    private static long peakBytes(DecodePlan plan) {
        return NativePlanes.bytes(plan.raster()) + CodingBytes.length(plan.coding()) + plan.foreignBytes();
    }
}
