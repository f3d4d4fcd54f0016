package dev.darkroom.pipeline.resample;

/**
 * Sums of rows times weights, four rows a pass: one load and one store of the sum for four multiplications. What is read and what is
 * written is read and written at the same index of different arrays, which is what C2 compiles to vectors.
 */
final class WeightedSum {
    private WeightedSum() {}

    /**
     * @param start is added to each
     * @param weights a multiple of four of them count, from {@code at} on
     */
    static void ofRows(float[] sum, float start, float[][] rows, float[] weights, int at) {
        for (int k = 0; k < rows.length; k += 4) {
            int w = at + k;
            if (k == 0) {
                set(
                        sum,
                        start,
                        rows[0],
                        rows[1],
                        rows[2],
                        rows[3],
                        weights[w],
                        weights[w + 1],
                        weights[w + 2],
                        weights[w + 3]);
            } else {
                add(
                        sum,
                        rows[k],
                        rows[k + 1],
                        rows[k + 2],
                        rows[k + 3],
                        weights[w],
                        weights[w + 1],
                        weights[w + 2],
                        weights[w + 3]);
            }
        }
    }

    private static void set(
            float[] sum,
            float start,
            float[] a,
            float[] b,
            float[] c,
            float[] d,
            float wa,
            float wb,
            float wc,
            float wd) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = start + wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i];
        }
    }

    private static void add(
            float[] sum, float[] a, float[] b, float[] c, float[] d, float wa, float wb, float wc, float wd) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i];
        }
    }
}
