package dev.darkroom.core.color;

/** sRGB to sRGB. Also judges which other transforms come to the same. */
final class IdentityTransform extends ColorTransform {
    static final IdentityTransform INSTANCE = new IdentityTransform();

    /** In levels of 255: what the coarse tables of the small and old sRGB profiles are off by, and nobody sees. */
    private static final int LARGEST_DIFFERENCE = 2;

    private static final double MEAN_DIFFERENCE = 0.5;

    private static final int GRID = 18;
    private static final int GRID_STEP = 255 / (GRID - 1);

    private IdentityTransform() {}

    /** The transform itself, or the identity where the two agree on a grid of colours and on every gray. */
    static ColorTransform recognise(ColorTransform transform) {
        return isIdentity(transform, grays()) && isIdentity(transform, grid()) ? INSTANCE : transform;
    }

    private static boolean isIdentity(ColorTransform transform, byte[] samples) {
        byte[] converted = samples.clone();
        transform.apply(converted, 0, samples.length / 3, 3);
        long sum = 0;
        for (int i = 0; i < samples.length; i++) {
            int difference = Math.abs((samples[i] & 0xff) - (converted[i] & 0xff));
            if (difference > LARGEST_DIFFERENCE) {
                return false;
            }
            sum += difference;
        }
        return sum <= MEAN_DIFFERENCE * samples.length;
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
