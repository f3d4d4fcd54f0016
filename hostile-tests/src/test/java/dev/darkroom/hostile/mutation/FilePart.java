package dev.darkroom.hostile.mutation;

import java.util.Arrays;

/**
 * A structural part of a file: a segment, a chunk, a block or a tag.
 *
 * @param name name of its kind; {@code ""} for bytes before and between named parts
 * @param data offset of its content, after name and length
 * @param end offset after its checksum or padding
 */
public record FilePart(String name, int start, int data, int end) {
    byte[] of(byte[] file) {
        return Arrays.copyOfRange(file, start, end);
    }
}
