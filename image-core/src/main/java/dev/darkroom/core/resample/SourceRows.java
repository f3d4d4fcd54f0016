package dev.darkroom.core.resample;

import java.util.Objects;

/**
 * Just the source rows that a strip needs; borrowed.
 *
 * @param offset of the first row's first byte
 * @param stride bytes from one row to the next
 * @param rowBytes bytes of a row that are pixels
 */
public record SourceRows(byte[] bytes, int offset, int stride, int rowBytes, int count) {
    public SourceRows {
        Objects.checkFromIndexSize(offset, (count - 1) * stride + rowBytes, bytes.length);
    }

    public int rowStart(int row) {
        return offset + row * stride;
    }
}
