package dev.darkroom.turbo.jpeg;

import static dev.darkroom.turbo.NativeLibrary.INT;
import static dev.darkroom.turbo.NativeLibrary.LONG;
import static dev.darkroom.turbo.NativeLibrary.POINTER;

import dev.darkroom.turbo.Binding;
import dev.darkroom.turbo.NativeLibrary;
import dev.darkroom.turbo.NativeResourceCounter;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The functions of the TurboJPEG API (turbojpeg.h) that this library calls. They belong to version 2 of the API, and version 3 still has
 * them. Only one thread at a time may use a handle.
 */
record TurboJpegFunctions(
        MethodHandle initDecompress,
        MethodHandle decompress,
        MethodHandle decompressToPlanes,
        MethodHandle initCompress,
        MethodHandle compress,
        MethodHandle compressFromPlanes,
        MethodHandle bufferSize,
        MethodHandle errorText,
        MethodHandle errorCode,
        MethodHandle destroy,
        boolean version3) {
    static final int RGB = 0;
    static final int GRAY = 6;

    static final int SAMPLING_444 = 0;
    static final int SAMPLING_422 = 1;
    static final int SAMPLING_420 = 2;
    static final int SAMPLING_GRAY = 3;
    static final int SAMPLING_440 = 4;

    static final int NO_REALLOC = 1024;
    static final int ACCURATE_DCT = 4096;
    static final int STOP_ON_WARNING = 8192;

    private static final int ERROR_WARNING = 0;
    private static final int LONGEST_TEXT = 1024;

    private static final String ADVICE =
            "install libjpeg-turbo's TurboJPEG library (Debian and Ubuntu: libturbojpeg0, Fedora: turbojpeg, Alpine: libturbojpeg)";

    /** The library. It is searched once, at the first call. */
    static Binding<TurboJpegFunctions> binding() {
        return LazyHolder.FOUND;
    }

    private static final class LazyHolder {
        static final Binding<TurboJpegFunctions> FOUND =
                Binding.find(TurboJpegFunctions::bind, TurboJpegFunctions::detail, ADVICE);
    }

    private static TurboJpegFunctions bind() {
        NativeLibrary library = NativeLibrary.open("libturbojpeg", "libturbojpeg.so.0", "libturbojpeg.dylib");
        return new TurboJpegFunctions(
                library.function("tjInitDecompress", POINTER),
                library.function("tjDecompress2", INT, POINTER, POINTER, LONG, POINTER, INT, INT, INT, INT, INT),
                library.function(
                        "tjDecompressToYUVPlanes", INT, POINTER, POINTER, LONG, POINTER, INT, POINTER, INT, INT),
                library.function("tjInitCompress", POINTER),
                library.function(
                        "tjCompress2", INT, POINTER, POINTER, INT, INT, INT, INT, POINTER, POINTER, INT, INT, INT),
                library.function(
                        "tjCompressFromYUVPlanes",
                        INT,
                        POINTER,
                        POINTER,
                        INT,
                        POINTER,
                        INT,
                        INT,
                        POINTER,
                        POINTER,
                        INT,
                        INT),
                library.function("tjBufSize", LONG, INT, INT, INT),
                library.function("tjGetErrorStr2", POINTER, POINTER),
                library.function("tjGetErrorCode", INT, POINTER),
                library.function("tjDestroy", INT, POINTER),
                library.has("tj3Init"));
    }

    private String detail() {
        return version3 ? "libjpeg-turbo, TurboJPEG 3" : "libjpeg-turbo, TurboJPEG 2";
    }

    /** The message of the handle's last error or warning. The handle must still be open. */
    String textOf(MemorySegment handle) {
        try {
            MemorySegment text = (MemorySegment) errorText.invokeExact(handle);
            return text.reinterpret(LONGEST_TEXT).getString(0);
        } catch (Throwable e) {
            throw NativeLibrary.unchecked(e);
        }
    }

    /** Whether the last call failed with a warning, after which libjpeg can continue. */
    boolean isWarning(MemorySegment handle) {
        try {
            return (int) errorCode.invokeExact(handle) == ERROR_WARNING;
        } catch (Throwable e) {
            throw NativeLibrary.unchecked(e);
        }
    }

    MemorySegment open(MethodHandle init) {
        try {
            MemorySegment handle = (MemorySegment) init.invokeExact();
            if (handle.address() == 0) {
                throw new OutOfMemoryError("libjpeg-turbo could not allocate a handle");
            }
            NativeResourceCounter.HANDLES.taken();
            return handle;
        } catch (Throwable e) {
            throw NativeLibrary.unchecked(e);
        }
    }

    void close(MemorySegment handle) {
        try {
            int ignored = (int) destroy.invokeExact(handle);
            NativeResourceCounter.HANDLES.givenBack();
        } catch (Throwable e) {
            throw NativeLibrary.unchecked(e);
        }
    }
}
