package dev.darkroom.pipeline.corpus;

import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.ImageInfo;
import java.util.Locale;

/** The allowed difference from the picture of another decoder. All limits must hold. */
record Tolerance(double mean, int percentile99, int worst, double psnr) {
    private static final int ANY = 255;

    /** For the same pixels, apart from the last bit of 16-bit samples. */
    private static final Tolerance LOSSLESS = new Tolerance(1, 1, 1, 0);

    /** For lossy formats. Inverse transforms and chroma upsampling differ between decoders (T.81 requires neither to be bit-exact). */
    private static final Tolerance LOSSY = new Tolerance(2, 16, ANY, 0);

    private static final Tolerance LOSSLESS_CONVERTED = new Tolerance(1, 5, ANY, 0);
    private static final Tolerance LOSSY_CONVERTED = new Tolerance(2.5, 20, ANY, 0);
    private static final Tolerance IDENTICAL = new Tolerance(0, 0, 0, 0);

    private static Tolerance psnr(double atLeast) {
        return new Tolerance(ANY, ANY, ANY, atLeast);
    }

    static Tolerance of(String variant, ImageInfo info) {
        boolean inks = info.model() == ColorModel.CMYK || info.model() == ColorModel.YCCK;
        boolean converted = inks || !(info.color() instanceof ColorEncoding.Srgb);
        if (variant.equals(CorpusPipeline.CLEAN)) {
            return IDENTICAL;
        } else if (variant.equals(CorpusPipeline.FULL)) {
            return converted
                    ? info.lossless() ? LOSSLESS_CONVERTED : LOSSY_CONVERTED
                    : info.lossless() ? LOSSLESS : LOSSY;
        }
        boolean encodedWithLoss = !CorpusPipeline.SMALLER.contains(variant) && !info.lossless();
        return psnr(encodedWithLoss ? 22 : 35);
    }

    boolean holds(PixelDifference difference) {
        return difference.mean() <= mean
                && difference.percentile99() <= percentile99
                && difference.worst() <= worst
                && difference.psnr() >= psnr;
    }

    @Override
    public String toString() {
        return psnr > 0
                ? "at least " + psnr + " dB"
                : String.format(Locale.ROOT, "mean %.1f, 99th percentile %d, worst %d", mean, percentile99, worst);
    }
}
