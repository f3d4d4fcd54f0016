package dev.darkroom.pipeline.resample;

import dev.darkroom.core.resample.Axis;
import dev.darkroom.core.resample.RangeFold;
import dev.darkroom.core.resample.Taps;
import dev.darkroom.spi.Resize;

/**
 * What one plane's resize computes.
 *
 * @param channels interleaved in the plane; 4 means that the last is alpha
 * @param mirrored whether target samples of the vertical axis run against the source's rows
 * @param left first source column that any tap touches
 * @param columns source columns from {@code left} that taps touch
 */
record PlaneResize(
        Taps horizontal, Taps vertical, RangeFold fold, int channels, boolean mirrored, int left, int columns) {
    /** Rows that go through the horizontal pass together, as the lanes of its loops. */
    static final int LANES = 32;

    static PlaneResize of(Resize resize, int plane) {
        Axis across = Axis.horizontal(resize, plane);
        Axis down = Axis.vertical(resize, plane);
        Taps horizontal = Taps.lanczos3(across);
        int left = Integer.MAX_VALUE;
        int right = 0;
        for (int first : horizontal.first()) {
            left = Math.min(left, first);
            right = Math.max(right, first + horizontal.count());
        }
        RangeFold fold = RangeFold.between(
                resize.source().layout().range(), resize.target().layout().range(), plane);
        return new PlaneResize(
                horizontal,
                Taps.lanczos3(down),
                fold,
                resize.source().layout().channelsPerPlane(),
                down.mirrored(),
                left,
                right - left);
    }

    int targetColumns() {
        return horizontal.first().length;
    }

    int targetRows() {
        return vertical.first().length;
    }

    /** Floats of one source row between the passes. */
    int rowFloats() {
        return columns * channels;
    }

    /** What a {@link PlaneResampler} for this allocates. */
    long workingBytes() {
        long ring = 4L * vertical.count() * rowFloats();
        long block = 4L * LANES * rowFloats() + 4L * rowFloats();
        long output = (long) LANES * targetColumns() * channels;
        long taps = 4L * (horizontal.weights().length + vertical.weights().length + targetColumns() + targetRows());
        return ring + block + output + taps;
    }
}
