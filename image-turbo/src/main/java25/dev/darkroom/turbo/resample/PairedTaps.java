package dev.darkroom.turbo.resample;

import dev.darkroom.core.resample.Taps;

/**
 * Filter weights of pairs of neighbouring target samples. A pair covers all source samples that one of its two target samples needs, so
 * that each source sample is loaded once for both. Pair {@code p} has the target samples {@code 2p} and {@code 2p + 1}; if their number is
 * odd, the last pair has only one.
 *
 * @param count source samples of every pair; the last ones may lie beyond the source, and then their weight is 0
 * @param first source sample of each pair
 * @param weights of pair {@code p}, source sample {@code first[p] + k}: at {@code (p * count + k) * 2} and the one after
 */
record PairedTaps(int count, int[] first, float[] weights) {
    static PairedTaps of(Taps taps, float gain) {
        int samples = taps.first().length;
        int pairs = (samples + 1) / 2;
        int count = count(taps);
        int[] first = new int[pairs];
        float[] weights = new float[pairs * count * 2];
        for (int pair = 0; pair < pairs; pair++) {
            int other = Math.min(samples - 1, 2 * pair + 1);
            first[pair] = Math.min(taps.first()[2 * pair], taps.first()[other]);
            for (int sample = 2 * pair; sample <= other; sample++) {
                int at = (pair * count + taps.first()[sample] - first[pair]) * 2 + sample % 2;
                for (int k = 0; k < taps.count(); k++) {
                    weights[at + 2 * k] = taps.weights()[sample * taps.count() + k] * gain;
                }
            }
        }
        return new PairedTaps(count, first, weights);
    }

    static int count(Taps taps) {
        int most = 0;
        for (int i = 1; i < taps.first().length; i += 2) {
            most = Math.max(most, Math.abs(taps.first()[i] - taps.first()[i - 1]));
        }
        return taps.count() + most;
    }

    static long bytes(Taps taps) {
        int pairs = (taps.first().length + 1) / 2;
        return 4L * pairs * (1 + 2L * count(taps));
    }
}
