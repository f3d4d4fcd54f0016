package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.turbo.NativeCallMemory;
import dev.darkroom.turbo.NativeLibrary;
import dev.darkroom.turbo.NativePlanes;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Collects the picture in native memory and encodes it with libjpeg-turbo at the end. */
final class TurboJpegEncoder implements Encoder {
    /**
     * Whether libjpeg-turbo optimises the Huffman tables itself. The launcher of a short process may set this environment variable, because
     * Java code that was just loaded is slower.
     */
    private static final boolean OPTIMIZED_BY_LIBRARY = "1".equals(System.getenv("TJ_OPTIMIZE"));

    private final TurboJpegFunctions turbo;
    private final Encoding encoding;
    private final NativeCallMemory memory;
    private final NativePlanes planes;

    TurboJpegEncoder(TurboJpegFunctions turbo, RasterSpec spec, Encoding encoding, Memory memory)
            throws ImageException {
        this.turbo = turbo;
        this.encoding = encoding;
        this.memory = NativeCallMemory.open(TurboJpegAccess.encodingBytes(spec, encoding), memory);
        this.planes = NativePlanes.allocate(spec, this.memory);
    }

    @Override
    public void accept(Band band) {
        planes.copy(band);
    }

    @Override
    public Bytes finish() throws ImageException {
        planes.padLuma();
        byte[] file = compress();
        memory.free();
        return encoding.optimizedHuffman() && !OPTIMIZED_BY_LIBRARY
                ? HuffmanOptimizer.optimize(file)
                : Bytes.wrap(file);
    }

    @Override
    public void close() {
        memory.close();
    }

    private byte[] compress() throws ImageException {
        MemorySegment handle = turbo.open(turbo.initCompress());
        try {
            MemorySegment output = memory.allocate(outputBytes());
            MemorySegment pointer = memory.small().allocateFrom(NativeLibrary.POINTER, output);
            MemorySegment length = memory.small().allocateFrom(NativeLibrary.LONG, output.byteSize());
            if (compress(handle, pointer, length) != 0) {
                throw ImageException.defect("libjpeg-turbo could not encode: " + turbo.textOf(handle), null);
            }
            return output.asSlice(0, length.get(NativeLibrary.LONG, 0)).toArray(ValueLayout.JAVA_BYTE);
        } finally {
            turbo.close(handle);
        }
    }

    /** The largest possible file for this size, in bytes. Pages that are never written need no memory. */
    private long outputBytes() {
        try {
            RasterSpec spec = planes.spec();
            return (long) turbo.bufferSize().invokeExact(spec.width(), spec.height(), sampling());
        } catch (Throwable e) {
            throw NativeLibrary.unchecked(e);
        }
    }

    private int compress(MemorySegment handle, MemorySegment pointer, MemorySegment length) {
        RasterSpec spec = planes.spec();
        int flags = TurboJpegFunctions.ACCURATE_DCT | TurboJpegFunctions.NO_REALLOC;
        try {
            if (spec.layout().isPlanar()) {
                return (int) turbo.compressFromPlanes()
                        .invokeExact(
                                handle,
                                planes.pointers(memory),
                                spec.width(),
                                planes.strides(memory),
                                spec.height(),
                                sampling(),
                                pointer,
                                length,
                                encoding.quality(),
                                flags);
            }
            return (int) turbo.compress()
                    .invokeExact(
                            handle,
                            planes.planes().get(0),
                            spec.width(),
                            planes.stride(0),
                            spec.height(),
                            spec.layout().equals(Layout.GRAY) ? TurboJpegFunctions.GRAY : TurboJpegFunctions.RGB,
                            pointer,
                            length,
                            sampling(),
                            encoding.quality(),
                            flags);
        } catch (Throwable e) {
            throw NativeLibrary.unchecked(e);
        }
    }

    private int sampling() {
        return switch (planes.spec().layout().channels()) {
            case YCBCR_444 -> TurboJpegFunctions.SAMPLING_444;
            case YCBCR_422 -> TurboJpegFunctions.SAMPLING_422;
            case YCBCR_440 -> TurboJpegFunctions.SAMPLING_440;
            case GRAY -> TurboJpegFunctions.SAMPLING_GRAY;
            case YCBCR_420, RGB, RGBA -> TurboJpegFunctions.SAMPLING_420;
        };
    }
}
