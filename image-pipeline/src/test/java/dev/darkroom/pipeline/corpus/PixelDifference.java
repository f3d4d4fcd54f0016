package dev.darkroom.pipeline.corpus;

import java.util.Locale;

/**
 * The difference between two pictures of the same size, in 8-bit levels, over red, green and blue times alpha, and alpha.
 *
 * @param mean of all samples
 * @param percentile99 of all samples
 * @param worst of all samples
 * @param psnr in dB; 99 if there is no difference
 */
record PixelDifference(double mean, int percentile99, int worst, double psnr) {
    private static final int CHANNELS = 4;

    static PixelDifference between(VipsPixels one, VipsPixels other) {
        long[] histogram = new long[256];
        boolean alpha = one.hasAlpha() || other.hasAlpha();
        for (int pixel = 0; pixel < one.pixels(); pixel++) {
            for (int channel = 0; channel < CHANNELS - 1; channel++) {
                histogram[Math.abs(one.seen(pixel, channel) - other.seen(pixel, channel))]++;
            }
            if (alpha) {
                histogram[Math.abs(one.alpha(pixel) - other.alpha(pixel))]++;
            }
        }
        return of(histogram);
    }

    private static PixelDifference of(long[] histogram) {
        long count = 0;
        long sum = 0;
        double squares = 0;
        int worst = 0;
        for (int level = 0; level < histogram.length; level++) {
            count += histogram[level];
            sum += level * histogram[level];
            squares += (double) level * level * histogram[level];
            worst = histogram[level] > 0 ? level : worst;
        }
        long within = 0;
        int percentile = 0;
        while (within + histogram[percentile] < 0.99 * count) {
            within += histogram[percentile++];
        }
        double psnr = squares == 0 ? 99 : 10 * Math.log10(255 * 255 * (double) count / squares);
        return new PixelDifference((double) sum / count, percentile, worst, psnr);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "mean %.3f, 99th percentile %d, worst %d, %.1f dB", mean, percentile99, worst, psnr);
    }
}
