package dev.darkroom.pipeline.resample;

/**
 * Weighted sums of rows, four rows per pass: one load and one store of the sum for four multiplications. All reads and writes use the same
 * index in different arrays, because C2 compiles such loops to vector code.
 */
final class WeightedSum {
    private WeightedSum() {}

    /**
     * @param start value that is added to each sum
     * @param weights the array of weights; the sum uses as many as there are rows, from {@code at} on
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
