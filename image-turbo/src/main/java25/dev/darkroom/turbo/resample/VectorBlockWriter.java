package dev.darkroom.turbo.resample;

import static dev.darkroom.turbo.resample.PreferredVectors.COUNT;
import static dev.darkroom.turbo.resample.PreferredVectors.FLOATS;

import dev.darkroom.core.resample.PlaneResize;
import dev.darkroom.spi.codec.Plane;
import jdk.incubator.vector.FloatVector;

/** Writes finished blocks as rows, or as columns if the orientation swaps the axes. */
final class VectorBlockWriter {
    private static final int ROWS = VectorKernel.ROWS;
    /** Bytes of a row that are transposed together. */
    private static final int PIECE = 64;

    private static final int GROUPS = PIECE / 4;
    private final Plane plane;
    private final int channels;
    private final float[] packed;
    private final byte[] columns;
    private final float[] rows = new float[ROWS * GROUPS];
    private final byte[] line;
    /** The strip's rows until {@link #close} writes them to the plane. Empty if columns are written. */
    private final byte[] pixels;

    private final int stride;

    VectorBlockWriter(PlaneResize resize, BlockLayout blocks, Plane plane) {
        this.plane = plane;
        this.channels = resize.channels();
        int samples = blocks.samples();
        this.packed = new float[samples / 4 * ROWS];
        this.columns = new byte[samples * ROWS + PreferredVectors.BYTES.length()];
        this.line = new byte[ROWS * channels];
        this.stride = resize.transposed() ? 0 : plane.rowBytes();
        this.pixels = new byte[stride * resize.stripRows()];
    }

    static long bytes(PlaneResize resize, BlockLayout blocks) {
        long rows = 4L * ROWS * GROUPS + (long) resize.targetColumns() * resize.channels() * resize.stripRows();
        return 2L * blocks.samples() * ROWS + PreferredVectors.BYTES.length() + rows + (long) ROWS * resize.channels();
    }

    /** Writes the strip's rows to the plane. Columns were written before. */
    void close(PlaneResize.Strip strip) {
        for (int row = 0; stride > 0 && row < strip.count(); row++) {
            plane.writeRow(strip.first() + row, pixels, row * stride);
        }
    }

    void writeRows(VectorRowSums sums, PlaneResize.Strip strip, int firstPixel, int count) {
        int bytes = count * channels;
        sums.pack(bytes, packed);
        for (int piece = 0; piece < bytes; piece += PIECE) {
            for (int row = 0; row < strip.count(); row += COUNT) {
                for (int g = 0; g < GROUPS; g += COUNT) {
                    Transposition.square(packed, (piece / 4 + g) * ROWS + row, ROWS, rows, row * GROUPS + g, GROUPS);
                }
            }
            int to = firstPixel * channels + piece;
            if (bytes - piece >= PIECE) {
                whole(rows, pixels, to, stride, strip.count());
            } else {
                part(to, bytes - piece, strip.count());
            }
        }
    }

    private static void whole(float[] rows, byte[] pixels, int at, int stride, int count) {
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < GROUPS; i += COUNT) {
                FloatVector.fromArray(FLOATS, rows, row * GROUPS + i)
                        .reinterpretAsBytes()
                        .intoArray(pixels, at + row * stride + 4 * i);
            }
        }
    }

    private void part(int to, int bytes, int count) {
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < bytes; i++) {
                pixels[to + row * stride + i] =
                        (byte) (Float.floatToRawIntBits(rows[row * GROUPS + i / 4]) >> (i % 4 * 8));
            }
        }
    }

    void writeColumns(VectorRowSums sums, PlaneResize.Strip strip, int firstPixel, int count) {
        int n = strip.count();
        sums.narrow(count * channels, columns);
        for (int x = 0; x < count; x++) {
            int to = plane.rowStart(firstPixel + x) + strip.first() * channels;
            if (channels == 1) {
                plane.buffer().put(to, columns, x * ROWS, n);
            } else {
                for (int c = 0; c < channels; c++) {
                    int from = (x * channels + c) * ROWS;
                    for (int r = 0; r < n; r++) {
                        line[r * channels + c] = columns[from + r];
                    }
                }
                plane.buffer().put(to, line, 0, n * channels);
            }
        }
    }
}
