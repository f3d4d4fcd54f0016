package dev.darkroom.spi.codec;

import java.nio.ByteBuffer;

/**
 * Rows of one plane in a buffer. The buffer's position and limit mean nothing here: rows are found by absolute index.
 *
 * @param buffer heap or direct
 * @param offset index of the first row's first byte
 * @param stride bytes from one row to the next; at least {@code rowBytes}
 * @param rowBytes bytes of a row that are pixels
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

    /** Index in the buffer of a row's first byte. */
    public int rowStart(int row) {
        return offset + row * stride;
    }

    public void readRow(int row, byte[] target, int targetOffset) {
        buffer.get(rowStart(row), target, targetOffset, rowBytes);
    }

    public void writeRow(int row, byte[] source, int sourceOffset) {
        buffer.put(rowStart(row), source, sourceOffset, rowBytes);
    }

    /** A run of these rows, sharing the buffer. */
    public Plane rows(int first, int count) {
        return new Plane(buffer, rowStart(first), stride, rowBytes, count);
    }
}
