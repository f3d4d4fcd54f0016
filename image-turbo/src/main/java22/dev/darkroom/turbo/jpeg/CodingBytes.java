package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.header.jpeg.JpegCodingSegments;
import dev.darkroom.turbo.NativeCallMemory;
import java.lang.foreign.MemorySegment;

/** Copies the coding segments of a JPEG to one block of native memory. */
final class CodingBytes {
    private CodingBytes() {}

    static long length(JpegCodingSegments coding) {
        return coding.parts().stream().mapToLong(Bytes::length).sum();
    }

    static MemorySegment copy(JpegCodingSegments coding, NativeCallMemory memory) {
        MemorySegment target = memory.allocate(length(coding));
        long at = 0;
        for (Bytes part : coding.parts()) {
            MemorySegment.copy(MemorySegment.ofBuffer(part.asByteBuffer()), 0, target, at, part.length());
            at += part.length();
        }
        return target;
    }
}
