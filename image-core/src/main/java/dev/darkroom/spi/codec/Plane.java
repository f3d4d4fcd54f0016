package dev.darkroom.spi.codec;

import java.nio.ByteBuffer;

/**
 * Rows of one plane in a buffer. Rows are found by absolute index; the buffer's position and limit are ignored.
 *
 * @param buffer heap or direct
 * @param offset index of the first byte of the first row
 * @param stride distance in bytes between the starts of two rows; at least {@code rowBytes}
 * @param rowBytes bytes of pixels in a row
 */
public record Plane(ByteBuffer buffer, int offset, int stride, int rowBytes, int rows) {
    public Plane {
        if (rows > 0 && (offset < 0 || stride < rowBytes || end(offset, stride, rowBytes, rows) > buffer.capacity())) {
            throw new IllegalArgumentException("a plane of " + rows + " rows of " + rowBytes + " bytes, stride "
                    + stride + ", does not fit at " + offset + " of " + buffer.capacity());
        }
    }

    private static long end(int offset, int stride, int rowBytes, int rows) {
        return offset + (long) stride * (rows - 1) + rowBytes;
    }

    /** Buffer index of the first byte of a row. */
    public int rowStart(int row) {
        return offset + row * stride;
    }

    public void readRow(int row, byte[] target, int targetOffset) {
        buffer.get(rowStart(row), target, targetOffset, rowBytes);
    }

    public void writeRow(int row, byte[] source, int sourceOffset) {
        buffer.put(rowStart(row), source, sourceOffset, rowBytes);
    }

    /** A view of {@code count} consecutive rows that shares the buffer. */
    public Plane rows(int first, int count) {
        return new Plane(buffer, rowStart(first), stride, rowBytes, count);
    }
}
