package dev.darkroom.core.resample;

import dev.darkroom.spi.codec.Resize;

/**
 * What one plane's resize computes.
 *
 * @param channels interleaved in the plane; 4 means that the last is alpha
 * @param down where the vertical taps lie; tells whether target rows run against the source's
 * @param transposed whether finished rows are written as columns
 * @param linearLight whether light is summed instead of encoded levels
 * @param stripRows target rows that are made together: fewer, the more source rows each of them needs
 */
public record PlaneResize(
        Taps horizontal,
        Taps vertical,
        RangeConversion fold,
        int channels,
        ResizeAxis across,
        ResizeAxis down,
        boolean transposed,
        boolean linearLight,
        int stripRows) {
    private static final int LEAST_STRIP_ROWS = 4;

    /** Source rows that a strip may move on by, for each of the most rows it may have. */
    private static final int MOST_STEP = 4;

    public static PlaneResize of(Resize resize, int plane, int mostStripRows) {
        ResizeAxis across = ResizeAxis.horizontal(resize, plane);
        ResizeAxis down = ResizeAxis.vertical(resize, plane);
        RangeConversion fold = RangeConversion.between(
                resize.source().layout().range(), resize.target().layout().range(), plane);
        return new PlaneResize(
                Taps.lanczos3(across),
                Taps.lanczos3(down),
                fold,
                resize.source().layout().channelsPerPlane(),
                across,
                down,
                resize.orientation().transposes(),
                resize.linearLight(),
                stripRows(down.step(), mostStripRows));
    }

    private static int stripRows(double step, int most) {
        int rows = most;
        while (rows > LEAST_STRIP_ROWS && rows * step > MOST_STEP * most) {
            rows /= 2;
        }
        return rows;
    }

    /** Samples along the source's horizontal axis. */
    public int targetColumns() {
        return horizontal.first().length;
    }

    /** Samples along the source's vertical axis. */
    public int targetRows() {
        return vertical.first().length;
    }

    /** Bytes of a whole source row. */
    public int sourceRowBytes() {
        return across.sourceSamples() * channels;
    }

    public int strips() {
        return (targetRows() + stripRows - 1) / stripRows;
    }

    /** Strips are numbered as the source's rows come. Each starts at a multiple of {@link #stripRows} in the target. */
    public Strip strip(int number) {
        int first = (down.mirrored() ? strips() - 1 - number : number) * stripRows;
        int count = Math.min(stripRows, targetRows() - first);
        int[] taps = vertical.first();
        int low = taps[down.mirrored() ? first + count - 1 : first];
        int high = taps[down.mirrored() ? first : first + count - 1] + vertical.count();
        return new Strip(first, count, low, high);
    }

    /**
     * @param first target row
     * @param count of target rows
     * @param low first source row that it needs
     * @param high the source row after the last
     */
    public record Strip(int first, int count, int low, int high) {
        public int sourceRows() {
            return high - low;
        }
    }

    /** The most source rows that any strip needs. */
    public int mostSourceRows() {
        int most = 0;
        for (int i = 0; i < strips(); i++) {
            most = Math.max(most, strip(i).sourceRows());
        }
        return most;
    }

    /** Of the weights and positions. */
    public long tapBytes() {
        return 4L * (horizontal.weights().length + vertical.weights().length + targetColumns() + targetRows());
    }
}
