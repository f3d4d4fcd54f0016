package dev.darkroom.turbo.webp;

import static dev.darkroom.turbo.NativeLibrary.FLOAT;
import static dev.darkroom.turbo.NativeLibrary.INT;
import static dev.darkroom.turbo.NativeLibrary.LONG;
import static dev.darkroom.turbo.NativeLibrary.POINTER;

import dev.darkroom.turbo.Binding;
import dev.darkroom.turbo.NativeLibrary;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The functions of libwebp (webp/encode.h and webp/decode.h) that this library calls. */
record LibWebpFunctions(
        MethodHandle initConfig,
        MethodHandle initPicture,
        MethodHandle importRgb,
        MethodHandle importRgba,
        MethodHandle freePicture,
        MethodHandle initWriter,
        MethodHandle clearWriter,
        MemorySegment write,
        MethodHandle encode,
        MethodHandle decodeRgb,
        MethodHandle decodeRgba,
        MethodHandle decodeYuv,
        int version) {
    /** ABI version of the headers that {@link WebpStructs} follows. libwebp rejects an incompatible version. */
    static final int ENCODER_ABI = 0x020F;

    private static final String ADVICE =
            "install it (Debian and Ubuntu: libwebp7, Fedora and Alpine: libwebp), or put webp-imageio on the class path";

    /** The library. It is searched once, at the first call. */
    static Binding<LibWebpFunctions> binding() {
        return LazyHolder.FOUND;
    }

    private static final class LazyHolder {
        static final Binding<LibWebpFunctions> FOUND =
                Binding.find(LibWebpFunctions::bind, LibWebpFunctions::detail, ADVICE);
    }

    private static LibWebpFunctions bind() {
        try {
            return bind(NativeLibrary.open("libwebp", "libwebp.so.7", "libwebp.7.dylib"));
        } catch (UnsatisfiedLinkError e) {
            return BundledWebp.load().map(LibWebpFunctions::bind).orElseThrow(() -> e);
        }
    }

    private static LibWebpFunctions bind(NativeLibrary library) {
        return new LibWebpFunctions(
                library.function("WebPConfigInitInternal", INT, POINTER, INT, FLOAT, INT),
                library.function("WebPPictureInitInternal", INT, POINTER, INT),
                library.function("WebPPictureImportRGB", INT, POINTER, POINTER, INT),
                library.function("WebPPictureImportRGBA", INT, POINTER, POINTER, INT),
                library.procedure("WebPPictureFree", POINTER),
                library.procedure("WebPMemoryWriterInit", POINTER),
                library.procedure("WebPMemoryWriterClear", POINTER),
                library.address("WebPMemoryWrite"),
                library.function("WebPEncode", INT, POINTER, POINTER),
                library.function("WebPDecodeRGBInto", POINTER, POINTER, LONG, POINTER, LONG, INT),
                library.function("WebPDecodeRGBAInto", POINTER, POINTER, LONG, POINTER, LONG, INT),
                library.function(
                        "WebPDecodeYUVInto",
                        POINTER,
                        POINTER,
                        LONG,
                        POINTER,
                        LONG,
                        INT,
                        POINTER,
                        LONG,
                        INT,
                        POINTER,
                        LONG,
                        INT),
                version(library.function("WebPGetEncoderVersion", INT)));
    }

    private static int version(MethodHandle function) {
        try {
            return (int) function.invokeExact();
        } catch (Throwable e) {
            throw NativeLibrary.unchecked(e);
        }
    }

    private String detail() {
        return "libwebp " + (version >> 16) + "." + (version >> 8 & 0xFF) + "." + (version & 0xFF);
    }
}
