package dev.darkroom.hostile.mutation;

import java.util.Arrays;

/**
 * A stretch of a file that stands for itself: a segment, a chunk, a block, a tag.
 *
 * @param name what its kind is called; {@code ""} for what stands before and between
 * @param data where its content starts, after name and length
 * @param end after its checksum or padding
 */
public record FilePart(String name, int start, int data, int end) {
    byte[] of(byte[] file) {
        return Arrays.copyOfRange(file, start, end);
    }
}
