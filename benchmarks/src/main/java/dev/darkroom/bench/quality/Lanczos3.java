package dev.darkroom.bench.quality;

/** A reference Lanczos3 filter in double precision. It filters one axis after the other and repeats the last pixel at the edges. */
final class Lanczos3 {
    private static final double LOBES = 3;

    private Lanczos3() {}

    /** The resized picture, not rounded, clamped to 0 to 255. */
    static ExactRgb resize(RgbPixels source, int width, int height) {
        Axis across = Axis.of(source.width(), width);
        Axis down = Axis.of(source.height(), height);
        double[][] rgb = new double[3][];
        for (int channel = 0; channel < 3; channel++) {
            rgb[channel] = vertical(horizontal(source, across, 16 - 8 * channel), width, down);
        }
        return new ExactRgb(width, height, rgb);
    }

    private static double[] horizontal(RgbPixels source, Axis axis, int shift) {
        int width = axis.first.length;
        double[] narrow = new double[width * source.height()];
        for (int y = 0; y < source.height(); y++) {
            int row = y * source.width();
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int tap = 0; tap < axis.weights[x].length; tap++) {
                    sum += axis.weights[x][tap] * source.channel(row + axis.clamped(x, tap), shift);
                }
                narrow[y * width + x] = sum;
            }
        }
        return narrow;
    }

    private static double[] vertical(double[] narrow, int width, Axis axis) {
        int height = axis.first.length;
        double[] small = new double[width * height];
        for (int y = 0; y < height; y++) {
            for (int tap = 0; tap < axis.weights[y].length; tap++) {
                int from = axis.clamped(y, tap) * width;
                double weight = axis.weights[y][tap];
                for (int x = 0; x < width; x++) {
                    small[y * width + x] += weight * narrow[from + x];
                }
            }
            for (int x = y * width; x < (y + 1) * width; x++) {
                small[x] = Math.max(0, Math.min(255, small[x]));
            }
        }
        return small;
    }

    /**
     * The filter taps of each target sample.
     *
     * @param first source index of the first tap of a target sample; it may be outside the source
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Axis(int source, int[] first, double[][] weights) {
        static Axis of(int source, int target) {
            double step = (double) source / target;
            double scale = Math.max(1, step);
            int[] first = new int[target];
            double[][] weights = new double[target][];
            for (int i = 0; i < target; i++) {
                double center = (i + 0.5) * step - 0.5;
                first[i] = (int) Math.floor(center - LOBES * scale) + 1;
                weights[i] = new double[(int) Math.ceil(center + LOBES * scale) - first[i]];
                double sum = 0;
                for (int tap = 0; tap < weights[i].length; tap++) {
                    weights[i][tap] = kernel((first[i] + tap - center) / scale);
                    sum += weights[i][tap];
                }
                for (int tap = 0; tap < weights[i].length; tap++) {
                    weights[i][tap] /= sum;
                }
            }
            return new Axis(source, first, weights);
        }

        int clamped(int target, int tap) {
            return Math.max(0, Math.min(source - 1, first[target] + tap));
        }

        private static double kernel(double x) {
            if (Math.abs(x) >= LOBES) {
                return 0;
            }
            return x == 0 ? 1 : sinc(x) * sinc(x / LOBES);
        }

        private static double sinc(double x) {
            return Math.sin(Math.PI * x) / (Math.PI * x);
        }
    }
}
