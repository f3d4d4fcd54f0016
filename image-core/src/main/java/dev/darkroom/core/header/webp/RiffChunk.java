package dev.darkroom.core.header.webp;

import dev.darkroom.core.Bytes;

/**
 * One RIFF chunk: offsets into the file it was found in.
 *
 * @param type four characters as they stand in the file, such as {@code "VP8 "}
 * @param start of its type; the whole chunk is {@code start} to {@code end}
 * @param length of its data, without padding
 * @param end after its data and the padding byte that follows an odd length (which may be missing at the end of the file)
 */
public record RiffChunk(String type, int start, int length, int end) {
    public int dataStart() {
        return start + 8;
    }

    public boolean is(String name) {
        return type.equals(name);
    }

    public Bytes data(Bytes file) {
        return file.slice(dataStart(), length);
    }
}
