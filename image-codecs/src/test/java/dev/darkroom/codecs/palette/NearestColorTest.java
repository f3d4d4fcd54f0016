package dev.darkroom.codecs.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NearestColorTest {
    @Test
    void noOtherColourIsNearer() {
        Random random = new Random(2);
        for (int round = 0; round < 300; round++) {
            float[] colors = new float[4 * (1 + random.nextInt(256))];
            boolean opaque = random.nextBoolean();
            for (int i = 0; i < colors.length; i++) {
                colors[i] = i % 4 == 0 && opaque ? 255 : random.nextInt(256);
            }
            NearestColor nearest = new NearestColor(colors);
            for (int i = 0; i < 100; i++) {
                float[] wanted = {
                    opaque ? 255 : random.nextInt(256), random.nextInt(256), random.nextInt(256), random.nextInt(256)
                };
                int found = nearest.of(wanted[0], wanted[1], wanted[2], wanted[3]);
                float least = Float.MAX_VALUE;
                for (int color = 0; color < colors.length / 4; color++) {
                    least = Math.min(least, distance(colors, color, wanted));
                }
                assertThat(distance(colors, found, wanted)).isEqualTo(least);
            }
        }
    }

    private static float distance(float[] colors, int color, float[] wanted) {
        float sum = 0;
        for (int channel = 0; channel < 4; channel++) {
            float difference = colors[4 * color + channel] - wanted[channel];
            sum += difference * difference;
        }
        return sum;
    }
}
