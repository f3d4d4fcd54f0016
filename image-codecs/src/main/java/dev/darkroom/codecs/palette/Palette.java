package dev.darkroom.codecs.palette;

import java.util.Arrays;

/**
 * A palette that is computed for a picture: boxes of equal error, then three rounds of k-means. Distances are those of colours that are
 * multiplied by alpha, so that colours count less where they show less. Immutable; thread-safe.
 */
public final class Palette {
    private static final int CHANNELS = ColorCounts.CHANNELS;
    private static final int ROUNDS = 3;
    private static final double MAX = 255;

    private final int[] colors;
    private final NearestColor nearest;
    private final double meanSquaredError;

    private Palette(int[] colors, NearestColor nearest, double meanSquaredError) {
        this.colors = colors;
        this.nearest = nearest;
        this.meanSquaredError = meanSquaredError;
    }

    /**
     * @param most largest number of colours, 1 to 256
     */
    public static Palette of(ColorCounts counts, int most) {
        float[] centers = VarianceCut.colors(counts, most);
        for (int round = 0; round < ROUNDS; round++) {
            centers = improved(counts, centers);
        }
        int[] colors = new int[centers.length / CHANNELS];
        float[] rounded = new float[centers.length];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = color(centers, CHANNELS * i);
            premultiply(colors[i], rounded, CHANNELS * i);
        }
        NearestColor nearest = new NearestColor(rounded);
        return new Palette(colors, nearest, error(counts, nearest, rounded));
    }

    /** The colours as {@code 0xAARRGGBB}. */
    public int[] colors() {
        return colors.clone();
    }

    /** Peak signal-to-noise ratio of the picture with these colours, in dB. Infinite if it has no other ones. */
    public double psnr() {
        return 10 * Math.log10(MAX * MAX / meanSquaredError);
    }

    /** The index of the nearest colour. */
    public int indexOf(int argb) {
        float share = (argb >>> 24) / 255f;
        return nearest.of(argb >>> 24, (argb >> 16 & 0xFF) * share, (argb >> 8 & 0xFF) * share, (argb & 0xFF) * share);
    }

    /** Moves each centre to the mean of the colours that are nearest to it. A centre without colours is left out. */
    private static float[] improved(ColorCounts counts, float[] centers) {
        NearestColor nearest = new NearestColor(centers);
        double[] sums = new double[centers.length];
        double[] totals = new double[centers.length / CHANNELS];
        for (int i = 0; i < counts.size(); i++) {
            int center = nearest.of(counts.mean(i, 0), counts.mean(i, 1), counts.mean(i, 2), counts.mean(i, 3));
            double pixels = counts.pixels(i);
            totals[center] += pixels;
            for (int channel = 0; channel < CHANNELS; channel++) {
                sums[CHANNELS * center + channel] += pixels * counts.mean(i, channel);
            }
        }
        float[] moved = new float[centers.length];
        int kept = 0;
        for (int center = 0; center < totals.length; center++) {
            if (totals[center] > 0) {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    moved[CHANNELS * kept + channel] = (float) (sums[CHANNELS * center + channel] / totals[center]);
                }
                kept++;
            }
        }
        return Arrays.copyOf(moved, CHANNELS * kept);
    }

    private static double error(ColorCounts counts, NearestColor nearest, float[] colors) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < counts.size(); i++) {
            int at = CHANNELS * nearest.of(counts.mean(i, 0), counts.mean(i, 1), counts.mean(i, 2), counts.mean(i, 3));
            for (int channel = 0; channel < CHANNELS; channel++) {
                double difference = counts.mean(i, channel) - colors[at + channel];
                sum += counts.pixels(i) * difference * difference;
            }
            total += counts.pixels(i);
        }
        return total == 0 ? 0 : sum / (CHANNELS * total);
    }

    private static int color(float[] premultiplied, int at) {
        int alpha = Math.round(premultiplied[at]);
        float share = alpha == 0 ? 0 : 255f / premultiplied[at];
        int red = Math.min(255, Math.round(premultiplied[at + 1] * share));
        int green = Math.min(255, Math.round(premultiplied[at + 2] * share));
        int blue = Math.min(255, Math.round(premultiplied[at + 3] * share));
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    private static void premultiply(int argb, float[] target, int at) {
        float share = (argb >>> 24) / 255f;
        target[at] = argb >>> 24;
        target[at + 1] = (argb >> 16 & 0xFF) * share;
        target[at + 2] = (argb >> 8 & 0xFF) * share;
        target[at + 3] = (argb & 0xFF) * share;
    }
}
