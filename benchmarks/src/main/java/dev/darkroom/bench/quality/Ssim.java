package dev.darkroom.bench.quality;

/**
 * Structural similarity of two luma planes (Wang, Bovik, Sheikh, Simoncelli 2004): Gaussian window of 11 × 11 with a deviation of 1.5,
 * K1 = 0.01, K2 = 0.03, the mean over all places where the window fits.
 */
final class Ssim {
    private static final int WINDOW = 11;
    private static final double DEVIATION = 1.5;
    private static final double C1 = 0.01 * 255 * (0.01 * 255);
    private static final double C2 = 0.03 * 255 * (0.03 * 255);
    private static final double[] WEIGHTS = weights();

    private Ssim() {}

    /** The similarity of two planes; 1 for equal planes. */
    static double of(double[] a, double[] b, int width, int height) {
        if (width < WINDOW || height < WINDOW) {
            throw new IllegalArgumentException(
                    "a picture of " + width + " x " + height + " has no room for the window");
        }
        double[] meanA = blurred(a, width, height);
        double[] meanB = blurred(b, width, height);
        double[] squareA = blurred(product(a, a), width, height);
        double[] squareB = blurred(product(b, b), width, height);
        double[] both = blurred(product(a, b), width, height);
        double sum = 0;
        for (int i = 0; i < meanA.length; i++) {
            double varianceA = squareA[i] - meanA[i] * meanA[i];
            double varianceB = squareB[i] - meanB[i] * meanB[i];
            double covariance = both[i] - meanA[i] * meanB[i];
            sum += (2 * meanA[i] * meanB[i] + C1)
                    * (2 * covariance + C2)
                    / ((meanA[i] * meanA[i] + meanB[i] * meanB[i] + C1) * (varianceA + varianceB + C2));
        }
        return sum / meanA.length;
    }

    private static double[] product(double[] a, double[] b) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            product[i] = a[i] * b[i];
        }
        return product;
    }

    private static double[] blurred(double[] plane, int width, int height) {
        int narrow = width - WINDOW + 1;
        int low = height - WINDOW + 1;
        double[] rows = new double[narrow * height];
        for (int y = 0; y < height; y++) {
            for (int tap = 0; tap < WINDOW; tap++) {
                for (int x = 0; x < narrow; x++) {
                    rows[y * narrow + x] += WEIGHTS[tap] * plane[y * width + x + tap];
                }
            }
        }
        double[] blurred = new double[narrow * low];
        for (int y = 0; y < low; y++) {
            for (int tap = 0; tap < WINDOW; tap++) {
                for (int x = 0; x < narrow; x++) {
                    blurred[y * narrow + x] += WEIGHTS[tap] * rows[(y + tap) * narrow + x];
                }
            }
        }
        return blurred;
    }

    private static double[] weights() {
        double[] weights = new double[WINDOW];
        double sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            double distance = i - WINDOW / 2;
            weights[i] = Math.exp(-distance * distance / (2 * DEVIATION * DEVIATION));
            sum += weights[i];
        }
        for (int i = 0; i < WINDOW; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
