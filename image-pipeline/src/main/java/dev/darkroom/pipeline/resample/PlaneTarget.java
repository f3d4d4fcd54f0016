package dev.darkroom.pipeline.resample;

import dev.darkroom.spi.Plane;

/** Writes blocks of finished rows where they belong: as rows, or as columns when the orientation swaps the axes. */
final class PlaneTarget {
    private final Plane plane;
    private final int channels;
    private final boolean transposed;
    private final byte[] line;

    PlaneTarget(Plane plane, int channels, boolean transposed) {
        this.plane = plane;
        this.channels = channels;
        this.transposed = transposed;
        this.line = new byte[transposed ? PlaneResize.LANES * channels : plane.rowBytes()];
    }

    /**
     * @param pixels channel {@code c} of column {@code x} of row {@code r} is at {@code (x * channels + c) * lanes + r}
     * @param rows how many rows the block holds
     * @param first target number of the block's first row
     * @param step 1, or -1 when the next row goes before it
     */
    void write(byte[] pixels, int lanes, int rows, int first, int step, int columns) {
        if (transposed) {
            writeColumns(pixels, lanes, rows, first, step, columns);
        } else {
            writeRows(pixels, lanes, rows, first, step, columns);
        }
    }

    private void writeRows(byte[] pixels, int lanes, int rows, int first, int step, int columns) {
        int samples = columns * channels;
        for (int r = 0; r < rows; r++) {
            for (int i = 0, at = r; i < samples; i++, at += lanes) {
                line[i] = pixels[at];
            }
            plane.writeRow(first + r * step, line, 0);
        }
    }

    private void writeColumns(byte[] pixels, int lanes, int rows, int first, int step, int columns) {
        int low = step > 0 ? first : first - rows + 1;
        for (int x = 0; x < columns; x++) {
            for (int channel = 0; channel < channels; channel++) {
                int at = (x * channels + channel) * lanes;
                for (int r = 0; r < rows; r++) {
                    int column = step > 0 ? r : rows - 1 - r;
                    line[column * channels + channel] = pixels[at + r];
                }
            }
            plane.buffer().put(plane.rowStart(x) + low * channels, line, 0, rows * channels);
        }
    }
}
