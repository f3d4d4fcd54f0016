package dev.darkroom.core.header.webp;

import dev.darkroom.core.Bytes;

/**
 * One RIFF chunk, given as offsets into its file.
 *
 * @param type four characters as in the file, such as {@code "VP8 "}
 * @param start offset of the type; the complete chunk is {@code start} to {@code end}
 * @param length length of the data, without padding
 * @param end offset after the data and the padding byte of an odd length (the padding byte may be missing at the end of the file)
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
