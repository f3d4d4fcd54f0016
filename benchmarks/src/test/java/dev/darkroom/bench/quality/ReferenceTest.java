package dev.darkroom.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    @Test
    void aFlatPictureStaysFlat() {
        int[] rgb = new int[97 * 53];
        Arrays.fill(rgb, 0x204060);
        ExactRgb small = Lanczos3.resize(new RgbPixels(97, 53, rgb), 31, 17);

        assertThat(DoubleStream.of(small.rgb()[0])).allMatch(level -> Math.abs(level - 0x20) < 1e-9);
        assertThat(DoubleStream.of(small.rgb()[2])).allMatch(level -> Math.abs(level - 0x60) < 1e-9);
    }

    @Test
    void aRampKeepsItsPlace() {
        int[] rgb =
                IntStream.range(0, 200 * 4).map(i -> (i % 200 + 20) * 0x010101).toArray();
        ExactRgb half = Lanczos3.resize(new RgbPixels(200, 4, rgb), 100, 2);

        for (int x = 10; x < 90; x++) {
            assertThat(half.rgb()[1][x]).isCloseTo(20 + 2 * x + 0.5, within(0.01));
        }
    }

    @Test
    void theSamePictureIsPerfectAndAnotherIsNot() {
        int[] rgb = IntStream.range(0, 40 * 40)
                .map(i -> (i * 7919 & 0xff) * 0x010101)
                .toArray();
        ExactRgb levels = new RgbPixels(40, 40, rgb).levels();
        ExactRgb shifted =
                new RgbPixels(40, 40, IntStream.of(rgb).map(c -> c ^ 0x0f0f0f).toArray()).levels();

        assertThat(QualityScore.between(levels, levels)).isEqualTo(new QualityScore(1, 99));
        assertThat(QualityScore.between(levels, shifted).ssim()).isBetween(0.5, 0.999);
        assertThat(QualityScore.between(levels, shifted).psnr()).isBetween(20.0, 40.0);
    }

    @Test
    void anOrientationTurnsAsAViewerDoes() {
        RgbPixels lying = new RgbPixels(3, 2, new int[] {1, 2, 3, 4, 5, 6});

        assertThat(lying.upright(6).rgb()).containsExactly(4, 1, 5, 2, 6, 3);
        assertThat(lying.upright(8).rgb()).containsExactly(3, 6, 2, 5, 1, 4);
        assertThat(lying.upright(3).rgb()).containsExactly(6, 5, 4, 3, 2, 1);
    }
}
