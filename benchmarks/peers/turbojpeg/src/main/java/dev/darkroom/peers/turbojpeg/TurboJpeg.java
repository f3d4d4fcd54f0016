package dev.darkroom.peers.turbojpeg;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The functions of TurboJPEG 2 (turbojpeg.h; version 3 still has them) that {@link TurboJpegBaseline} needs. Not thread-safe. The handles
 * are freed only when the process ends.
 */
@SuppressWarnings("restricted") // the command line allows native access
final class TurboJpeg {
    private static final SymbolLookup LIBRARY = SymbolLookup.libraryLookup("libturbojpeg.so.0", Arena.global());
    private static final MethodHandle DECOMPRESSOR = function("tjInitDecompress", ADDRESS);
    private static final MethodHandle COMPRESSOR = function("tjInitCompress", ADDRESS);
    private static final MethodHandle HEADER =
            function("tjDecompressHeader3", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle DECODE = function(
            "tjDecompressToYUV2",
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            JAVA_LONG,
            ADDRESS,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT);
    private static final MethodHandle ENCODE = function(
            "tjCompressFromYUV",
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            JAVA_INT,
            JAVA_INT);
    private static final MethodHandle PLANES_SIZE =
            function("tjBufSizeYUV2", JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle FILE_SIZE = function("tjBufSize", JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT);

    private static final int ROW_PADDING = 4;
    private static final int ACCURATE_DCT = 4096;
    private static final int KEEP_BUFFER = 1024;

    private final MemorySegment decompressor = (MemorySegment) call(DECOMPRESSOR);
    private final MemorySegment compressor = (MemorySegment) call(COMPRESSOR);

    /**
     * The decoded planes of a picture.
     *
     * @param subsampling TurboJPEG's number of the chroma subsampling
     */
    record Planes(MemorySegment yuv, int width, int height, int subsampling) {}

    /**
     * Decodes at the smallest scale of 1, 1/2, 1/4 and 1/8 whose longest side is at least {@code longest} pixels, or at full size if the
     * picture is smaller.
     */
    Planes decode(MemorySegment file, int longest, Arena arena) {
        MemorySegment facts = arena.allocate(JAVA_INT, 4);
        check((int) call(
                HEADER,
                decompressor,
                file,
                file.byteSize(),
                facts,
                facts.asSlice(4),
                facts.asSlice(8),
                facts.asSlice(12)));
        int width = facts.getAtIndex(JAVA_INT, 0);
        int height = facts.getAtIndex(JAVA_INT, 1);
        int subsampling = facts.getAtIndex(JAVA_INT, 2);
        int shift = 0;
        while (shift < 3 && scaled(Math.max(width, height), shift + 1) >= longest) {
            shift++;
        }
        int wide = scaled(width, shift);
        int high = scaled(height, shift);
        MemorySegment yuv = arena.allocate((long) call(PLANES_SIZE, wide, ROW_PADDING, high, subsampling), 64);
        check((int) call(DECODE, decompressor, file, file.byteSize(), yuv, wide, ROW_PADDING, high, ACCURATE_DCT));
        return new Planes(yuv, wide, high, subsampling);
    }

    /** Encodes planes at a quality. The Huffman tables are optimised if the environment has {@code TJ_OPTIMIZE=1}. */
    byte[] encode(Planes planes, int quality, Arena arena) {
        long room = (long) call(FILE_SIZE, planes.width, planes.height, planes.subsampling);
        MemorySegment out = arena.allocate(room, 64);
        MemorySegment pointer = arena.allocate(ADDRESS);
        MemorySegment size = arena.allocate(JAVA_LONG);
        pointer.set(ADDRESS, 0, out);
        size.set(JAVA_LONG, 0, room);
        check((int) call(
                ENCODE,
                compressor,
                planes.yuv,
                planes.width,
                ROW_PADDING,
                planes.height,
                planes.subsampling,
                pointer,
                size,
                quality,
                ACCURATE_DCT | KEEP_BUFFER));
        return out.asSlice(0, size.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
    }

    private static int scaled(int side, int shift) {
        return side + (1 << shift) - 1 >> shift;
    }

    private static void check(int result) {
        if (result != 0) {
            throw new IllegalStateException("libjpeg-turbo refused a picture");
        }
    }

    private static MethodHandle function(String name, MemoryLayout result, MemoryLayout... parameters) {
        return Linker.nativeLinker()
                .downcallHandle(LIBRARY.find(name).orElseThrow(), FunctionDescriptor.of(result, parameters));
    }

    private static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
