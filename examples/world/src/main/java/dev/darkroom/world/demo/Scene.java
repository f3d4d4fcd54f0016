package dev.darkroom.world.demo;

import static dev.darkroom.world.demo.Noise.mix;
import static dev.darkroom.world.demo.Noise.octaves;
import static dev.darkroom.world.demo.Noise.step;

/**
 * A generated picture of a mountain lake, as a function from a position to a colour. Positions are fractions of the width, with {@code y}
 * downward. Colours are linear light in Display P3; some are outside sRGB.
 */
final class Scene {
    private static final float SHORE = 0.93f;
    private static final float SUN_X = 0.76f;
    private static final float SUN_Y = 0.40f;
    private static final int RIDGES = 4;

    private static final int COLUMNS = 8192;

    private final float meadow;
    private final float[][] ridges = new float[RIDGES][COLUMNS + 1];

    /** Makes a scene whose height is {@code aspect} times its width. */
    Scene(float aspect) {
        this.meadow = aspect * 0.86f;
        for (int ridge = 0; ridge < RIDGES; ridge++) {
            for (int column = 0; column <= COLUMNS; column++) {
                ridges[ridge][column] = ridgeLine(column / (float) COLUMNS, ridge);
            }
        }
    }

    /** Writes the red, green and blue of a position to {@code rgb}. */
    void color(float x, float y, float[] rgb) {
        float edge = y < meadow - 0.06f ? meadow : meadowEdge(x);
        if (y > edge) {
            grass(x, y, y - edge, rgb);
        } else if (y > SHORE) {
            water(x, y, rgb);
        } else {
            land(x, y, rgb);
        }
    }

    private float meadowEdge(float x) {
        return meadow + 0.05f * (octaves(x * 3, 1, 71, 3) - 0.5f) + 0.012f * octaves(x * 160, 2, 73, 2);
    }

    private void land(float x, float y, float[] rgb) {
        int column = Math.max(0, Math.min(COLUMNS, Math.round(x * COLUMNS)));
        for (int ridge = RIDGES - 1; ridge >= 0; ridge--) { // the nearest ridge hides the others
            float top = ridges[ridge][column];
            if (y > top) {
                slope(x, y, y - top, ridge, rgb);
                return;
            }
        }
        sky(x, y, rgb);
    }

    private static void sky(float x, float y, float[] rgb) {
        float low = step(0, 0.75f, y);
        set(rgb, mix(0.06f, 0.85f, low * low), mix(0.17f, 0.46f, low), mix(0.42f, 0.36f, low * low));
        float distance = (float) Math.hypot(x - SUN_X, y - SUN_Y);
        float cloud = step(0.5f, 0.78f, octaves(x * 2.2f, y * 7 + x, 11, 6)) * step(0.05f, 0.2f, y) * 0.75f;
        float lit = 0.35f + 0.65f * (float) Math.exp(-distance * 3);
        blend(rgb, lit, 0.72f * lit, 0.66f * lit, cloud);
        float glow = 0.9f * (float) Math.exp(-distance * 9) + 0.25f * (float) Math.exp(-distance * 2.5);
        add(rgb, glow, 0.52f * glow, 0.16f * glow);
        blend(rgb, 1.1f, 1.02f, 0.82f, 1 - step(0.043f, 0.046f, distance));
    }

    private static float ridgeLine(float x, int ridge) {
        float base = 0.60f + 0.09f * ridge;
        float height = 0.40f - 0.095f * ridge;
        float crest = 1 - Math.abs(2 * octaves(x * (1.6f + 1.2f * ridge) + 7.3f * ridge, 3.5f, 31 + 17 * ridge, 2) - 1);
        float rough = octaves(x * (9 + 4 * ridge), 5.5f, 47 + 17 * ridge, 7) - 0.5f;
        return base - height * (crest - 0.55f + 0.28f * rough);
    }

    /**
     * @param depth below the ridge line, where the snow is
     */
    private static void slope(float x, float y, float depth, int ridge, float[] rgb) {
        float rock = rock(x, y, ridge);
        float relief = 5 * (rock - rock(x + 0.003f, y - 0.002f, ridge)); // lit from the sun's side
        float light = Math.max(0.12f, 0.55f + relief) * (0.6f + 0.7f * rock);
        float near = ridge / (RIDGES - 1f);
        float red = light * mix(0.24f, 0.040f, near);
        float green = light * mix(0.20f, 0.062f, near);
        float blue = light * mix(0.24f, 0.028f, near);
        float snow = ridge < 2 ? step(0.50f, 0.60f, rock + 0.10f - depth * 1.5f + 0.25f * relief) : 0;
        red = mix(red, 1.25f * light, snow);
        green = mix(green, 1.02f * light, snow);
        blue = mix(blue, 1.06f * light, snow);
        if (ridge == RIDGES - 1) {
            float trees = step(0.42f, 0.62f, octaves(x * 240, y * 70, 171, 4));
            red = mix(red, 0.010f, 0.8f * trees);
            green = mix(green, 0.026f, 0.8f * trees);
            blue = mix(blue, 0.014f, 0.8f * trees);
        }
        float haze = mix(0.52f, 0.03f, near) + 0.25f * step(0, 0.25f, depth) * (1 - near);
        set(rgb, mix(red, 0.66f, haze), mix(green, 0.42f, haze), mix(blue, 0.43f, haze));
    }

    private static float rock(float x, float y, int ridge) {
        return octaves(x * 17 + y * 9, y * 21 - x * 6, 131 + ridge, 7);
    }

    private void water(float x, float y, float[] rgb) {
        float depth = y - SHORE;
        float ripple = octaves(x * 18, depth * 190 / (0.25f + depth * 3), 211, 4) - 0.5f;
        land(x + 0.03f * ripple, Math.max(0, SHORE - depth * 1.6f + 0.09f * ripple * (0.2f + depth * 3)), rgb);
        float dark = 0.72f - 0.5f * depth;
        set(rgb, rgb[0] * dark * 0.86f, rgb[1] * dark, rgb[2] * dark * 1.08f);
        float glint = step(0.3f, 0.42f, ripple) * (float) Math.exp(-Math.abs(x - SUN_X) * 7);
        add(rgb, 0.9f * glint, 0.5f * glint, 0.2f * glint);
    }

    private static void grass(float x, float y, float depth, float[] rgb) {
        float blades = octaves(x * 320 + 14 * octaves(x * 20, y * 20, 307, 2), y * 70, 311, 4);
        float patch = octaves(x * 6, y * 9, 331, 4);
        float light = (0.25f + 1.2f * blades * blades) * (0.5f + patch) * (1 - 0.5f * step(0, 0.5f, depth));
        set(rgb, 0.075f * light, 0.17f * light, 0.018f * light);
        flowers(x, y, depth, rgb);
    }

    /** Poppies on a jittered grid, in a red that sRGB cannot show. */
    private static void flowers(float x, float y, float depth, float[] rgb) {
        float cell = 0.016f + 0.09f * depth;
        int column = (int) Math.floor(x / cell);
        int row = (int) Math.floor(y / cell);
        if (Noise.at(column, row, 401) < 0.78f) {
            return;
        }
        float dx = x / cell - column - 0.3f - 0.4f * Noise.at(column, row, 403);
        float dy = (y / cell - row - 0.3f - 0.4f * Noise.at(column, row, 405)) * 1.3f;
        float distance = (float) Math.hypot(dx, dy) * (1 + 0.12f * (float) Math.sin(5 * Math.atan2(dy, dx)));
        float shade = 0.6f + 0.4f * Noise.at(column, row, 407) - distance;
        blend(rgb, 0.95f * shade, 0.02f * shade, 0.01f, 1 - step(0.23f, 0.26f, distance));
        blend(rgb, 0.02f, 0.01f, 0.01f, 1 - step(0.05f, 0.07f, distance));
    }

    private static void set(float[] rgb, float red, float green, float blue) {
        rgb[0] = red;
        rgb[1] = green;
        rgb[2] = blue;
    }

    private static void add(float[] rgb, float red, float green, float blue) {
        set(rgb, rgb[0] + red, rgb[1] + green, rgb[2] + blue);
    }

    private static void blend(float[] rgb, float red, float green, float blue, float share) {
        set(rgb, mix(rgb[0], red, share), mix(rgb[1], green, share), mix(rgb[2], blue, share));
    }
}
