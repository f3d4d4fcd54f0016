package dev.darkroom.core.resample;

/**
 * Weights of a Lanczos3 resize along one axis: target sample {@code i} is the sum of {@code weights[i * count + k]} times source sample
 * {@code first[i] + k}. Weights sum to 1 for each target sample. Beyond the edge the outermost sample goes on.
 *
 * @param count taps of every target sample
 */
public record Taps(int count, int[] first, float[] weights) {
    private static final double LOBES = 3;
    /** Smaller weights than this cannot move an 8-bit result. */
    private static final double NEGLIGIBLE = 1e-6;

    public static Taps lanczos3(Axis axis) {
        double scale = Math.max(1, axis.step());
        double support = LOBES * scale;
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
            for (int source = from; source <= to; source++) {
                double weight = lanczos((source - center) / scale);
                int clamped = Math.max(0, Math.min(samples - 1, source)) - first[target];
                weights[base + Math.max(0, Math.min(widest - 1, clamped))] += weight;
                sum += weight;
            }
            for (int k = base; k < base + widest; k++) {
                weights[k] /= sum;
            }
        }
        return trimmed(widest, first, weights);
    }

    /** Leaves out columns of taps that are negligible for every target sample: an identity becomes one tap. */
    private static Taps trimmed(int widest, int[] first, double[] weights) {
        int count = 1;
        int[] start = new int[first.length];
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
            count = Math.max(count, high - low + 1);
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

    /** sinc(x) sinc(x / 3) inside three lobes, else 0. */
    static double lanczos(double x) {
        if (x == 0) {
            return 1;
        }
        if (Math.abs(x) >= LOBES) {
            return 0;
        }
        double angle = Math.PI * x;
        return LOBES * Math.sin(angle) * Math.sin(angle / LOBES) / (angle * angle);
    }
}
