package dev.darkroom.core.resample;

/** Conversion between 8-bit levels and linear light by the sRGB curve (IEC 61966-2-1). Light has the same scale as levels, 0 to 255. */
public final class LinearLight {
    /** Number of steps of linear light. Rounding to a step causes an error of at most a tenth of a level, near black. */
    private static final int STEPS = 1 << 14;

    private static final float STEPS_PER_LEVEL = STEPS / 255f;
    private static final float[] OF_LEVEL = ofLevels();
    private static final float[] LEVEL_OF = levelsOf();

    private LinearLight() {}

    /** Replaces levels by linear light in interleaved samples, except in a fourth channel. The range starts with a complete pixel. */
    public static void decode(float[] samples, int from, int count, int channels) {
        for (int i = 0; i < count; i++) {
            if (i % channels < 3) {
                samples[from + i] = OF_LEVEL[(int) samples[from + i]];
            }
        }
    }

    /**
     * Replaces linear light by the nearest level, 0 to 255.
     *
     * @param bias the number that represents zero, for light and for levels
     */
    public static void encode(float[] samples, int from, int count, float bias) {
        for (int i = from; i < from + count; i++) {
            int step = (int) ((samples[i] - bias) * STEPS_PER_LEVEL + 0.5f);
            samples[i] = LEVEL_OF[Math.max(0, Math.min(STEPS, step))] + bias;
        }
    }

    private static float[] ofLevels() {
        float[] light = new float[256];
        for (int level = 0; level < light.length; level++) {
            double encoded = level / 255.0;
            light[level] =
                    (float) (255 * (encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4)));
        }
        return light;
    }

    private static float[] levelsOf() {
        float[] levels = new float[STEPS + 1];
        for (int step = 0; step <= STEPS; step++) {
            double light = (double) step / STEPS;
            double encoded = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
            levels[step] = Math.round(255 * encoded);
        }
        return levels;
    }
}
