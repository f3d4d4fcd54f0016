package dev.darkroom.codecs;

import java.util.Random;

/** Generates pictures with smooth areas, edges and some noise, similar to photographs. */
public final class SyntheticPhotos {
    private SyntheticPhotos() {}

    public static Pixels photo(int width, int height, int channels) {
        Random random = new Random(width * 31L + height);
        Pixels pixels = Pixels.empty(width, height, channels);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean disc = Math.hypot(x - width * 0.6, y - height * 0.4) < Math.min(width, height) * 0.25;
                for (int c = 0; c < channels; c++) {
                    double wave = 110 + 90 * Math.sin((x * (c + 1) + y * 2.0) / 23) + (disc ? 40 - 30 * c : 0);
                    int value = c == 3 ? x * 255 / Math.max(1, width - 1) : (int) wave + random.nextInt(5);
                    pixels.set(x, y, c, Math.max(0, Math.min(255, value)));
                }
            }
        }
        return pixels;
    }
}
