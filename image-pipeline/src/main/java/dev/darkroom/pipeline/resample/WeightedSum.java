package dev.darkroom.pipeline.resample;

import java.util.Arrays;

/** Sums of rows times weights, four rows a pass: one load and one store of the sum for four multiplications. */
final class WeightedSum {
    private WeightedSum() {}

    static void ofRows(float[] sum, float[][] rows, float[] weights, int at, int count) {
        int k = 0;
        if (count >= 4) {
            set4(
                    sum,
                    rows[0],
                    rows[1],
                    rows[2],
                    rows[3],
                    weights[at],
                    weights[at + 1],
                    weights[at + 2],
                    weights[at + 3]);
            k = 4;
        } else {
            Arrays.fill(sum, 0f);
        }
        for (; k + 3 < count; k += 4) {
            int w = at + k;
            add4(
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
        for (; k < count; k++) {
            add1(sum, rows[k], weights[at + k]);
        }
    }

    private static void set4(
            float[] sum, float[] a, float[] b, float[] c, float[] d, float wa, float wb, float wc, float wd) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i];
        }
    }

    private static void add4(
            float[] sum, float[] a, float[] b, float[] c, float[] d, float wa, float wb, float wc, float wd) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i];
        }
    }

    private static void add1(float[] sum, float[] a, float weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * a[i];
        }
    }
}
