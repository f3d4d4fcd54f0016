package dev.darkroom.bench.quality;

import java.util.List;

/**
 * The similarity of a variant to the exact resize of its photograph.
 *
 * @param ssim SSIM of luma
 * @param psnr PSNR over red, green and blue, in dB
 */
public record QualityScore(double ssim, double psnr) {
    static QualityScore between(ExactRgb reference, ExactRgb made) {
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
        return new QualityScore(Ssim.of(reference.luma(), made.luma(), made.width(), made.height()), psnr);
    }

    /** The mean of both values over all scores. */
    public static QualityScore mean(List<QualityScore> all) {
        return new QualityScore(
                all.stream().mapToDouble(QualityScore::ssim).average().orElse(Double.NaN),
                all.stream().mapToDouble(QualityScore::psnr).average().orElse(Double.NaN));
    }
}
