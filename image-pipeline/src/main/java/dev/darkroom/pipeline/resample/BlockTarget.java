package dev.darkroom.pipeline.resample;

import static dev.darkroom.pipeline.resample.ScalarKernel.ROWS;

import dev.darkroom.core.resample.PlaneResize;
import dev.darkroom.spi.Plane;

/** Narrows levels to bytes and writes them: as rows, or as columns when the orientation swaps the axes. */
final class BlockTarget {
    private static final int TOGETHER = 4;

    private final Plane plane;
    private final int channels;
    private final boolean transposed;
    private final byte[][] lines;

    BlockTarget(PlaneResize resize, Plane plane) {
        this.plane = plane;
        this.channels = resize.channels();
        this.transposed = resize.transposed();
        this.lines = new byte[TOGETHER][lineBytes(resize)];
    }

    static long bytes(PlaneResize resize) {
        return (long) TOGETHER * lineBytes(resize);
    }

    private static int lineBytes(PlaneResize resize) {
        return Math.max(RowSums.LEVELS, ROWS * resize.channels());
    }

    /**
     * @param levels channel {@code c} of column {@code x} of row {@code r} is at {@code (x * channels + c) * ROWS + r}
     * @param first target column of the first of them, counted in the orientation of the source
     */
    void write(float[] levels, PlaneResize.Strip strip, int first, int columns) {
        if (transposed) {
            writeColumns(levels, strip, first, columns);
        } else {
            writeRows(levels, strip, first, columns * channels);
        }
    }

    private void writeRows(float[] levels, PlaneResize.Strip strip, int first, int samples) {
        for (int row = 0; row < strip.count(); row += TOGETHER) {
            narrow(levels, row, lines[0], lines[1], lines[2], lines[3], samples);
            for (int i = 0; i < Math.min(TOGETHER, strip.count() - row); i++) {
                plane.buffer().put(plane.rowStart(strip.first() + row + i) + first * channels, lines[i], 0, samples);
            }
        }
    }

    private static void narrow(float[] levels, int row, byte[] a, byte[] b, byte[] c, byte[] d, int samples) {
        for (int i = 0, at = row; i < samples; i++, at += ROWS) {
            a[i] = level(levels[at]);
            b[i] = level(levels[at + 1]);
            c[i] = level(levels[at + 2]);
            d[i] = level(levels[at + 3]);
        }
    }

    private void writeColumns(float[] levels, PlaneResize.Strip strip, int first, int columns) {
        byte[] line = lines[0];
        for (int x = 0; x < columns; x++) {
            for (int channel = 0; channel < channels; channel++) {
                int at = (x * channels + channel) * ROWS;
                for (int row = 0; row < strip.count(); row++) {
                    line[row * channels + channel] = level(levels[at + row]);
                }
            }
            int to = plane.rowStart(first + x) + strip.first() * channels;
            plane.buffer().put(to, line, 0, strip.count() * channels);
        }
    }

    private static byte level(float value) {
        return (byte) Math.max(0, Math.min(255, (int) value));
    }
}
