package dev.darkroom.pipeline.resample;

import static dev.darkroom.pipeline.resample.ScalarKernel.ROWS;

import dev.darkroom.core.resample.PlaneResize;
import dev.darkroom.spi.codec.Plane;

/** Narrows levels to bytes and writes them as rows, or as columns if the orientation swaps the axes. */
final class BlockWriter {
    private static final int TOGETHER = 8;

    private final Plane plane;
    private final int channels;
    private final boolean transposed;
    private final byte[][] lines;

    BlockWriter(PlaneResize resize, Plane plane) {
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
     * @param levels channel {@code c} of column {@code x} of row {@code r} is at {@code [x * channels + c][r]}
     * @param first target column of the first of them, counted in the orientation of the source
     */
    void write(float[][] levels, PlaneResize.Strip strip, int first, int columns) {
        if (transposed) {
            writeColumns(levels, strip, first, columns);
        } else {
            writeRows(levels, strip, first, columns * channels);
        }
    }

    private void writeRows(float[][] levels, PlaneResize.Strip strip, int first, int samples) {
        for (int row = 0; row < strip.count(); row += TOGETHER) {
            narrow(levels, row, lines, samples);
            for (int i = 0; i < Math.min(TOGETHER, strip.count() - row); i++) {
                plane.buffer().put(plane.rowStart(strip.first() + row + i) + first * channels, lines[i], 0, samples);
            }
        }
    }

    private static void narrow(float[][] levels, int row, byte[][] lines, int samples) {
        byte[] a = lines[0];
        byte[] b = lines[1];
        byte[] c = lines[2];
        byte[] d = lines[3];
        byte[] e = lines[4];
        byte[] f = lines[5];
        byte[] g = lines[6];
        byte[] h = lines[7];
        for (int i = 0; i < samples; i++) {
            float[] column = levels[i];
            a[i] = level(column[row]);
            b[i] = level(column[row + 1]);
            c[i] = level(column[row + 2]);
            d[i] = level(column[row + 3]);
            e[i] = level(column[row + 4]);
            f[i] = level(column[row + 5]);
            g[i] = level(column[row + 6]);
            h[i] = level(column[row + 7]);
        }
    }

    private void writeColumns(float[][] levels, PlaneResize.Strip strip, int first, int columns) {
        byte[] line = lines[0];
        for (int x = 0; x < columns; x++) {
            for (int channel = 0; channel < channels; channel++) {
                float[] column = levels[x * channels + channel];
                for (int row = 0; row < strip.count(); row++) {
                    line[row * channels + channel] = level(column[row]);
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
