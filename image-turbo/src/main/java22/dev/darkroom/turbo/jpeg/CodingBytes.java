package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.header.JpegCodingSegments;
import dev.darkroom.core.header.JpegMarker;
import dev.darkroom.turbo.NativeMemory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A JPEG's coding segments as one run of native bytes. */
final class CodingBytes {
    /** Length field, one component and the three parameters. */
    private static final int SHORTEST_SCAN_HEADER = 2 + 8;

    private CodingBytes() {}

    static long length(JpegCodingSegments coding) {
        return coding.parts().stream().mapToLong(Bytes::length).sum();
    }

    static MemorySegment copy(JpegCodingSegments coding, NativeMemory memory) {
        MemorySegment target = memory.allocate(length(coding));
        boolean sequential = !coding.frame().isProgressive();
        long at = 0;
        for (Bytes part : coding.parts()) {
            MemorySegment.copy(MemorySegment.ofBuffer(part.asByteBuffer()), 0, target, at, part.length());
            if (sequential && part.u8(1) == JpegMarker.SOS) {
                putSequentialParameters(part, target, at);
            }
            at += part.length();
        }
        return target;
    }

    /** A sequential scan's unused parameters (T.81, B.2.3) are written wrongly by some cameras, of which libjpeg would warn. */
    private static void putSequentialParameters(Bytes scan, MemorySegment target, long at) {
        int end = 2 + scan.u16(2);
        if (end >= SHORTEST_SCAN_HEADER && end <= scan.length()) {
            target.set(ValueLayout.JAVA_BYTE, at + end - 3, (byte) 0);
            target.set(ValueLayout.JAVA_BYTE, at + end - 2, (byte) 63);
            target.set(ValueLayout.JAVA_BYTE, at + end - 1, (byte) 0);
        }
    }
}
