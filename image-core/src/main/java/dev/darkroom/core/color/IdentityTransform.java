package dev.darkroom.core.color;

/** The identity transform. It also detects other transforms that are equal to the identity within a tolerance. */
final class IdentityTransform extends ColorTransform {
    static final IdentityTransform INSTANCE = new IdentityTransform();

    /** Maximum difference in levels (0 to 255). The coarse tables of small and old sRGB profiles differ this much, which is invisible. */
    private static final int MAX_DIFFERENCE = 2;

    private static final double MAX_MEAN_DIFFERENCE = 0.5;

    private static final int GRID = 18;
    private static final int GRID_STEP = 255 / (GRID - 1);

    private IdentityTransform() {}

    /** Returns the identity if the transform agrees with it on a grid of colours and on every gray; otherwise returns the transform. */
    static ColorTransform recognise(ColorTransform transform) {
        return isIdentity(transform, grays()) && isIdentity(transform, grid()) ? INSTANCE : transform;
    }

    private static boolean isIdentity(ColorTransform transform, byte[] samples) {
        byte[] converted = samples.clone();
        transform.apply(converted, 0, samples.length / 3, 3);
        long sum = 0;
        for (int i = 0; i < samples.length; i++) {
            int difference = Math.abs((samples[i] & 0xff) - (converted[i] & 0xff));
            if (difference > MAX_DIFFERENCE) {
                return false;
            }
            sum += difference;
        }
        return sum <= MAX_MEAN_DIFFERENCE * samples.length;
    }

    private static byte[] grays() {
        byte[] samples = new byte[3 * 256];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i / 3);
        }
        return samples;
    }

    private static byte[] grid() {
        byte[] samples = new byte[3 * GRID * GRID * GRID];
        for (int i = 0; i < samples.length / 3; i++) {
            samples[3 * i] = (byte) (GRID_STEP * (i / (GRID * GRID)));
            samples[3 * i + 1] = (byte) (GRID_STEP * (i / GRID % GRID));
            samples[3 * i + 2] = (byte) (GRID_STEP * (i % GRID));
        }
        return samples;
    }

    @Override
    public boolean isIdentity() {
        return true;
    }

    @Override
    boolean takesGray() {
        return true;
    }

    @Override
    void convert(RgbRow row, int pixels) {}
}
