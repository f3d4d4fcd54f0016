package dev.darkroom.bench.quality;

import java.util.List;

/**
 * How near a variant is to the exact resize of its photograph.
 *
 * @param ssim of luma
 * @param psnr over red, green and blue, in dB
 */
public record Quality(double ssim, double psnr) {
    static Quality between(Levels reference, Levels made) {
        double squares = 0;
        long count = 0;
        for (int channel = 0; channel < 3; channel++) {
            double[] exact = reference.rgb()[channel];
            double[] seen = made.rgb()[channel];
            for (int i = 0; i < exact.length; i++) {
                squares += (exact[i] - seen[i]) * (exact[i] - seen[i]);
            }
            count += exact.length;
        }
        double psnr = squares == 0 ? 99 : 10 * Math.log10(255 * 255 * count / squares);
        return new Quality(Ssim.of(reference.luma(), made.luma(), made.width(), made.height()), psnr);
    }

    /** The mean of both. */
    public static Quality mean(List<Quality> all) {
        return new Quality(
                all.stream().mapToDouble(Quality::ssim).average().orElse(Double.NaN),
                all.stream().mapToDouble(Quality::psnr).average().orElse(Double.NaN));
    }
}
