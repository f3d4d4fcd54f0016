package dev.darkroom.pipeline.resample;

import dev.darkroom.core.resample.Taps;

/**
 * Weights padded to groups of four, so that every pass of a sum takes four samples. The padding weights are zero.
 *
 * @param count number of weights of each target sample, a multiple of four
 * @param weights the weights of target sample {@code i} start at {@code i * count}
 */
record PaddedTaps(int count, float[] weights) {
    static PaddedTaps of(Taps taps, float gain) {
        int count = count(taps);
        int samples = taps.first().length;
        float[] weights = new float[samples * count];
        for (int i = 0; i < samples; i++) {
            for (int k = 0; k < taps.count(); k++) {
                weights[i * count + k] = taps.weights()[i * taps.count() + k] * gain;
            }
        }
        return new PaddedTaps(count, weights);
    }

    static int count(Taps taps) {
        return (taps.count() + 3) / 4 * 4;
    }

    static long bytes(Taps taps) {
        return 4L * taps.first().length * count(taps);
    }
}
