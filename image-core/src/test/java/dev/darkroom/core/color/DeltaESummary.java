package dev.darkroom.core.color;

import java.util.Arrays;
import java.util.Locale;

/** The difference between two conversions of the same samples, in ΔE2000. */
record DeltaESummary(double mean, double p99, double largest) {
    static DeltaESummary between(byte[] srgb1, byte[] srgb2) {
        double[] all = new double[srgb1.length / 3];
        for (int i = 0; i < all.length; i++) {
            all[i] = DeltaE2000.between(DeltaE2000.labOfSrgb(srgb1, 3 * i), DeltaE2000.labOfSrgb(srgb2, 3 * i));
        }
        Arrays.sort(all);
        return new DeltaESummary(
                Arrays.stream(all).average().orElseThrow(), all[(int) (0.99 * (all.length - 1))], all[all.length - 1]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%6.3f %6.3f %6.3f", mean, p99, largest);
    }
}
