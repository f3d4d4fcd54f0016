package dev.darkroom.turbo.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.webp.WebpSettings;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.turbo.NativeCallMemory;
import dev.darkroom.turbo.NativeLibrary;
import dev.darkroom.turbo.NativePlanes;
import dev.darkroom.turbo.NativeResourceCounter;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Collects the picture in native memory and encodes it with libwebp at the end. Planes are passed on unchanged. RGB is converted by
 * libwebp.
 */
final class TurboWebpEncoder implements Encoder {
    private final LibWebpFunctions webp;
    private final WebpSettings settings;
    private final NativeCallMemory memory;
    private final NativePlanes planes;

    TurboWebpEncoder(LibWebpFunctions webp, RasterSpec spec, Encoding encoding, Memory memory) throws ImageException {
        this.webp = webp;
        this.settings = WebpSettings.of(encoding);
        this.memory = NativeCallMemory.open(LibWebpAccess.encodingBytes(spec, encoding), memory);
        this.planes = NativePlanes.allocate(spec, this.memory);
    }

    @Override
    public void accept(Band band) {
        planes.copy(band);
    }

    @Override
    public Bytes finish() throws ImageException {
        MemorySegment config = memory.small().allocate(WebpStructs.CONFIG_BYTES, Long.BYTES);
        MemorySegment picture = memory.small().allocate(WebpStructs.PICTURE_BYTES, Long.BYTES);
        MemorySegment writer = memory.small().allocate(WebpStructs.WRITER_BYTES, Long.BYTES);
        try {
            return encode(config, picture, writer);
        } catch (ImageException e) {
            throw e;
        } catch (Throwable e) {
            throw NativeLibrary.unchecked(e);
        }
    }

    @Override
    public void close() {
        memory.close();
    }

    private Bytes encode(MemorySegment config, MemorySegment picture, MemorySegment writer) throws Throwable {
        int known = (int) webp.initConfig().invokeExact(config, 0, settings.quality(), LibWebpFunctions.ENCODER_ABI)
                & (int) webp.initPicture().invokeExact(picture, LibWebpFunctions.ENCODER_ABI);
        if (known == 0) {
            throw ImageException.defect("the structures of this libwebp are not those of version 1.x", null);
        }
        webp.initWriter().invokeExact(writer);
        NativeResourceCounter.HANDLES.taken();
        try {
            WebpStructs.set(config, settings);
            WebpStructs.set(picture, planes.spec().size(), settings.lossless(), webp.write(), writer);
            if (give(picture) == 0 || (int) webp.encode().invokeExact(config, picture) == 0) {
                throw ImageException.defect("libwebp could not encode: error " + WebpStructs.error(picture), null);
            }
            return Bytes.wrap(WebpStructs.written(writer).toArray(ValueLayout.JAVA_BYTE));
        } finally {
            webp.freePicture().invokeExact(picture);
            webp.clearWriter().invokeExact(writer);
            NativeResourceCounter.HANDLES.givenBack();
        }
    }

    private int give(MemorySegment picture) throws Throwable {
        MemorySegment first = planes.planes().get(0);
        return switch (planes.spec().layout().channels()) {
            case RGB -> (int) webp.importRgb().invokeExact(picture, first, planes.stride(0));
            case RGBA -> (int) webp.importRgba().invokeExact(picture, first, planes.stride(0));
            case YCBCR_420 -> {
                WebpStructs.setPlanes(picture, planes);
                yield 1;
            }
            case GRAY, YCBCR_422, YCBCR_440, YCBCR_444 ->
                throw new IllegalArgumentException("WebP does not support this layout: " + planes.spec());
        };
    }
}
