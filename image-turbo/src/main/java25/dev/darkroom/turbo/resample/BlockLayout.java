package dev.darkroom.turbo.resample;

import dev.darkroom.core.resample.PlaneResize;

/**
 * The division of the target columns into blocks.
 *
 * @param pixels pixels of a block; the last block may have fewer. The number is even, and a full block is a multiple of 64 bytes for any
 *     number of channels
 */
record BlockLayout(PlaneResize resize, int pixels) {
    static BlockLayout of(PlaneResize resize) {
        return new BlockLayout(resize, resize.channels() == 4 ? 32 : 64);
    }

    int count() {
        return (resize.targetColumns() + pixels - 1) / pixels;
    }

    int first(int block) {
        return block * pixels;
    }

    int pixels(int block) {
        return Math.min(pixels, resize.targetColumns() - first(block));
    }

    /** Samples of a full block. */
    int samples() {
        return pixels * resize.channels();
    }

    /** The first sample of a source row that the block needs. */
    int from(int block) {
        int[] taps = resize.horizontal().first();
        return Math.min(taps[first(block)], taps[first(block) + pixels(block) - 1]) * resize.channels();
    }

    /** The sample of a source row after the last that the block needs. */
    int to(int block) {
        int[] taps = resize.horizontal().first();
        int last = Math.max(taps[first(block)], taps[first(block) + pixels(block) - 1]);
        return (last + resize.horizontal().count()) * resize.channels();
    }

    /** Source samples that the widest block needs. */
    int widest() {
        int most = 0;
        for (int block = 0; block < count(); block++) {
            most = Math.max(most, to(block) - from(block));
        }
        return most;
    }
}
