package dev.darkroom.turbo.webp;

import static dev.darkroom.turbo.NativeLibrary.FLOAT;
import static dev.darkroom.turbo.NativeLibrary.INT;
import static dev.darkroom.turbo.NativeLibrary.LONG;
import static dev.darkroom.turbo.NativeLibrary.POINTER;

import dev.darkroom.core.Size;
import dev.darkroom.core.webp.WebpSettings;
import dev.darkroom.turbo.NativePlanes;
import java.lang.foreign.MemorySegment;

/** Offsets of the fields in WebPConfig, WebPPicture and WebPMemoryWriter on systems of 64 bits (webp/encode.h, ABI 2.x). */
final class WebpStructs {
    /** Size to allocate, in bytes; larger than the structure of any version. */
    static final long CONFIG_BYTES = 512;

    static final long PICTURE_BYTES = 512;
    static final long WRITER_BYTES = 64;

    private static final long CONFIG_LOSSLESS = 0;
    private static final long CONFIG_QUALITY = 4;
    private static final long CONFIG_METHOD = 8;
    private static final long CONFIG_SNS_STRENGTH = 28;
    private static final long CONFIG_FILTER_TYPE = 40;

    private static final long PICTURE_USE_ARGB = 0;
    private static final long PICTURE_COLORSPACE = 4;
    private static final long PICTURE_WIDTH = 8;
    private static final long PICTURE_HEIGHT = 12;
    private static final long PICTURE_PLANES = 16;
    private static final long PICTURE_LUMA_STRIDE = 40;
    private static final long PICTURE_CHROMA_STRIDE = 44;
    private static final long PICTURE_WRITER = 96;
    private static final long PICTURE_CUSTOM = 104;
    private static final long PICTURE_ERROR = 136;

    private static final long WRITER_BYTES_AT = 0;
    private static final long WRITER_SIZE = 8;

    private static final int YUV_420 = 0;

    private WebpStructs() {}

    static void set(MemorySegment config, WebpSettings settings) {
        config.set(INT, CONFIG_LOSSLESS, settings.lossless() ? 1 : 0);
        config.set(FLOAT, CONFIG_QUALITY, settings.quality());
        config.set(INT, CONFIG_METHOD, settings.method());
        config.set(INT, CONFIG_SNS_STRENGTH, settings.noiseShaping());
        config.set(INT, CONFIG_FILTER_TYPE, settings.filterType());
    }

    /**
     * @param write libwebp's function WebPMemoryWrite, which collects the output
     * @param writer the WebPMemoryWriter that receives the output
     */
    static void set(MemorySegment picture, Size size, boolean argb, MemorySegment write, MemorySegment writer) {
        picture.set(INT, PICTURE_USE_ARGB, argb ? 1 : 0);
        picture.set(INT, PICTURE_WIDTH, size.width());
        picture.set(INT, PICTURE_HEIGHT, size.height());
        picture.set(POINTER, PICTURE_WRITER, write);
        picture.set(POINTER, PICTURE_CUSTOM, writer);
    }

    /** Sets the planes. The caller keeps their ownership: libwebp frees only memory that it allocated. */
    static void setPlanes(MemorySegment picture, NativePlanes planes) {
        if (planes.stride(1) != planes.stride(2)) {
            throw new IllegalArgumentException("libwebp needs the same stride for both chroma planes");
        }
        picture.set(INT, PICTURE_COLORSPACE, YUV_420);
        for (int plane = 0; plane < 3; plane++) {
            picture.set(
                    POINTER,
                    PICTURE_PLANES + plane * POINTER.byteSize(),
                    planes.planes().get(plane));
        }
        picture.set(INT, PICTURE_LUMA_STRIDE, planes.stride(0));
        picture.set(INT, PICTURE_CHROMA_STRIDE, planes.stride(1));
    }

    /** The error code, a WebPEncodingError. */
    static int error(MemorySegment picture) {
        return picture.get(INT, PICTURE_ERROR);
    }

    /** The output. The memory belongs to the writer. */
    static MemorySegment written(MemorySegment writer) {
        return writer.get(POINTER, WRITER_BYTES_AT).reinterpret(writer.get(LONG, WRITER_SIZE));
    }
}
