package dev.darkroom.turbo.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.header.webp.Vp8lCodes;
import dev.darkroom.core.header.webp.WebpCompleteness;
import dev.darkroom.core.header.webp.WebpPicture;
import dev.darkroom.spi.codec.BandSink;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.turbo.NativeCallMemory;
import dev.darkroom.turbo.NativeLibrary;
import dev.darkroom.turbo.NativePlanes;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a WebP picture that fills its canvas in one call. libwebp receives only the picture's chunks and no metadata of the uploaded
 * file.
 */
final class TurboWebpDecoder implements Decoder {
    private static final long NANOS_PER_PIXEL = 40;
    /** Time to build the tables of one group of prefix codes. */
    private static final long NANOS_PER_GROUP = 100_000;

    private static final int ROWS_PER_BAND = 64;

    private final LibWebpFunctions webp;
    private final Bytes source;
    private final ImageInfo info;
    private @Nullable WebpPicture picture;
    private @Nullable RasterSpec raster;
    private long codeBytes;
    private List<String> warnings = List.of();

    TurboWebpDecoder(LibWebpFunctions webp, Bytes source, ImageInfo info) {
        this.webp = webp;
        this.source = source;
        this.info = info;
    }

    @Override
    public ImageInfo info() {
        return info;
    }

    @Override
    public DecodeReport prepare(DecodeHint hint) throws ImageException {
        WebpPicture read = WebpPicture.read(source, info.stored());
        if (!read.size().equals(info.stored())) {
            throw ImageException.unsupported("a WebP frame of " + read.size() + " on a canvas of " + info.stored());
        }
        RasterSpec spec = new RasterSpec(info.stored(), layout(read, hint), info.color());
        Vp8lCodes codes = read.codes(source);
        codeBytes = codes.bytes();
        picture = read;
        warnings = WebpCompleteness.warnings(source);
        raster = spec;
        Duration step = Duration.ofNanos(1 + NANOS_PER_PIXEL * read.size().pixels() + NANOS_PER_GROUP * codes.groups());
        return new DecodeReport(spec, peakBytes(read, spec), step);
    }

    @Override
    public void decode(BandSink sink, Memory memory) throws ImageException {
        WebpPicture read = picture;
        RasterSpec spec = raster;
        if (read == null || spec == null) {
            throw new IllegalStateException("prepare was not called");
        }
        try (NativeCallMemory block = NativeCallMemory.open(peakBytes(read, spec), memory)) {
            byte[] still = read.file(source);
            MemorySegment file = block.allocate(still.length).copyFrom(MemorySegment.ofArray(still));
            NativePlanes planes = NativePlanes.allocate(spec, block);
            if (decode(file, planes).address() == 0) {
                throw ImageException.malformed("this WebP is truncated or damaged: libwebp cannot decode it");
            }
            for (int top = 0; top < spec.height(); top += ROWS_PER_BAND) {
                sink.accept(planes.band(top, Math.min(ROWS_PER_BAND, spec.height() - top)));
            }
        }
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        picture = null;
    }

    private MemorySegment decode(MemorySegment file, NativePlanes planes) {
        MemorySegment first = planes.planes().get(0);
        int stride = planes.stride(0);
        try {
            if (planes.spec().layout().isPlanar()) {
                MemorySegment u = planes.planes().get(1);
                MemorySegment v = planes.planes().get(2);
                int chroma = planes.stride(1);
                return (MemorySegment) webp.decodeYuv()
                        .invokeExact(
                                file,
                                file.byteSize(),
                                first,
                                first.byteSize(),
                                stride,
                                u,
                                u.byteSize(),
                                chroma,
                                v,
                                v.byteSize(),
                                chroma);
            }
            return planes.spec().layout().hasAlpha()
                    ? (MemorySegment)
                            webp.decodeRgba().invokeExact(file, file.byteSize(), first, first.byteSize(), stride)
                    : (MemorySegment)
                            webp.decodeRgb().invokeExact(file, file.byteSize(), first, first.byteSize(), stride);
        } catch (Throwable e) {
            throw NativeLibrary.unchecked(e);
        }
    }

    private Layout layout(WebpPicture read, DecodeHint hint) {
        if (info.alpha()) {
            return Layout.RGBA;
        }
        boolean planar = hint.layouts().stream().anyMatch(Layout::isPlanar);
        return planar && !read.isLossless() ? Layout.YCBCR_420.limited() : Layout.RGB;
    }

    /** Peak memory in bytes. The file is held twice: on the heap and in native memory. */
    private long peakBytes(WebpPicture read, RasterSpec spec) {
        return NativePlanes.bytes(spec) + 2 * read.fileBytes() + WebpMemory.decoding(read) + codeBytes;
    }
}
