package dev.darkroom.core.resample;

/**
 * The weights of a Lanczos3 resize along one axis. Target sample {@code i} is the sum of {@code weights[i * count + k]} times source sample
 * {@code first[i] + k}. The weights of each target sample sum to 1. Beyond the edge, the outermost sample is repeated.
 *
 * @param count number of taps of every target sample
 * @param first index of the first source sample of each target sample
 */
public record Taps(int count, int[] first, float[] weights) {
    /** Weights below this cannot change an 8-bit result. */
    private static final double NEGLIGIBLE = 1e-6;

    private static final TapsCache CACHE = new TapsCache();

    /** The weights for an axis. The result is shared: callers must not modify its arrays. */
    public static Taps lanczos3(ResizeAxis axis) {
        return CACHE.of(axis);
    }

    static Taps computed(ResizeAxis axis) {
        double scale = Math.max(1, axis.step());
        double support = LanczosLobes.COUNT * scale;
        int samples = axis.sourceSamples();
        int widest = (int) Math.min(samples, Math.ceil(support * 2) + 1);
        double[] weights = new double[Math.multiplyExact(axis.targetSamples(), widest)];
        int[] first = new int[axis.targetSamples()];
        for (int target = 0; target < axis.targetSamples(); target++) {
            double center = axis.center(target) - 0.5;
            int from = (int) Math.ceil(center - support);
            int to = (int) Math.floor(center + support);
            first[target] = Math.max(0, Math.min(samples - widest, from));
            double sum = 0;
            int base = target * widest;
            LanczosLobes lobes = new LanczosLobes((from - center) / scale, 1 / scale);
            for (int source = from; source <= to; source++) {
                double weight = lobes.next();
                int clamped = Math.max(0, Math.min(samples - 1, source)) - first[target];
                weights[base + Math.max(0, Math.min(widest - 1, clamped))] += weight;
                sum += weight;
            }
            for (int k = base; k < base + widest; k++) {
                weights[k] /= sum;
            }
        }
        return trimmed(widest, first, weights, axis.mirrored());
    }

    /**
     * Removes the tap columns that are negligible for every target sample. For example, an identity resize keeps one tap. The first samples
     * stay monotonic from one target sample to the next, so a resampler can drop source rows.
     */
    private static Taps trimmed(int widest, int[] first, double[] weights, boolean mirrored) {
        int[] start = new int[first.length];
        int[] end = new int[first.length];
        for (int target = 0; target < first.length; target++) {
            int low = 0;
            int high = widest - 1;
            while (low < high && Math.abs(weights[target * widest + low]) < NEGLIGIBLE) {
                low++;
            }
            while (high > low && Math.abs(weights[target * widest + high]) < NEGLIGIBLE) {
                high--;
            }
            start[target] = low;
            end[target] = high;
        }
        int count = 1;
        for (int i = first.length - 1; i >= 0; i--) {
            int target = mirrored ? first.length - 1 - i : i;
            int next = mirrored ? target - 1 : target + 1;
            if (next >= 0 && next < first.length) {
                start[target] = Math.min(start[target], first[next] + start[next] - first[target]);
            }
            count = Math.max(count, end[target] - start[target] + 1);
        }
        float[] kept = new float[first.length * count];
        for (int target = 0; target < first.length; target++) {
            int shift = Math.min(start[target], widest - count);
            first[target] += shift;
            for (int k = 0; k < count; k++) {
                kept[target * count + k] = (float) weights[target * widest + shift + k];
            }
        }
        return new Taps(count, first, kept);
    }
}
