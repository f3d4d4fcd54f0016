package dev.darkroom.core.resample;

import dev.darkroom.spi.codec.Resize;

/**
 * The geometry and the weights for the resize of one plane.
 *
 * @param channels number of interleaved channels; 4 means that the last one is alpha
 * @param down geometry of the vertical axis; it shows whether target rows are in reverse order of the source rows
 * @param transposed whether finished rows are written as columns
 * @param linearLight whether linear light is averaged instead of encoded levels
 * @param stripRows number of target rows that are computed together; it is smaller if each row needs more source rows
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
    private static final int MIN_STRIP_ROWS = 4;

    /** Maximum advance of a strip in source rows, per row of the largest strip. */
    private static final int MAX_STEP = 4;

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
        while (rows > MIN_STRIP_ROWS && rows * step > MAX_STEP * most) {
            rows /= 2;
        }
        return rows;
    }

    /** The number of target samples along the source's horizontal axis. */
    public int targetColumns() {
        return horizontal.first().length;
    }

    /** The number of target samples along the source's vertical axis. */
    public int targetRows() {
        return vertical.first().length;
    }

    /** Bytes of a complete source row. */
    public int sourceRowBytes() {
        return across.sourceSamples() * channels;
    }

    public int strips() {
        return (targetRows() + stripRows - 1) / stripRows;
    }

    /** The strip with this number. Strips are numbered in the order of the source rows. Each starts at a multiple of {@link #stripRows}. */
    public Strip strip(int number) {
        int first = (down.mirrored() ? strips() - 1 - number : number) * stripRows;
        int count = Math.min(stripRows, targetRows() - first);
        int[] taps = vertical.first();
        int low = taps[down.mirrored() ? first + count - 1 : first];
        int high = taps[down.mirrored() ? first : first + count - 1] + vertical.count();
        return new Strip(first, count, low, high);
    }

    /**
     * A group of target rows with the source rows that they need.
     *
     * @param first first target row
     * @param count number of target rows
     * @param low first required source row
     * @param high source row after the last required one
     */
    public record Strip(int first, int count, int low, int high) {
        public int sourceRows() {
            return high - low;
        }
    }

    /** The maximum number of source rows of a strip. */
    public int mostSourceRows() {
        int most = 0;
        for (int i = 0; i < strips(); i++) {
            most = Math.max(most, strip(i).sourceRows());
        }
        return most;
    }

    /** Bytes of the weights and positions. */
    public long tapBytes() {
        return 4L * (horizontal.weights().length + vertical.weights().length + targetColumns() + targetRows());
    }
}
