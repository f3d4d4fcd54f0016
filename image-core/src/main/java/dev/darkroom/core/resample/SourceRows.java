package dev.darkroom.core.resample;

import java.util.Objects;

/**
 * The source rows that a strip needs. The receiver borrows them.
 *
 * @param offset index of the first byte of the first row
 * @param stride distance in bytes between the starts of two rows
 * @param rowBytes bytes of pixels in a row
 */
public record SourceRows(byte[] bytes, int offset, int stride, int rowBytes, int count) {
    public SourceRows {
        Objects.checkFromIndexSize(offset, (count - 1) * stride + rowBytes, bytes.length);
    }

    public int rowStart(int row) {
        return offset + row * stride;
    }
}
