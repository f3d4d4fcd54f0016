package dev.darkroom.codecs.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 256})
    void fewColoursStayAsTheyAre(int count) {
        Random random = new Random(count);
        int[] picture = random.ints(5000, 0, count)
                .map(color -> 0xFF000000 | color * 0x10_35_7B & 0xFFFFFF)
                .toArray();
        Palette palette = Palette.of(counts(picture), 256);
        assertThat(palette.psnr()).isGreaterThan(100);
        for (int color : picture) {
            assertThat(palette.colors()[palette.indexOf(color)]).isEqualTo(color);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 16, 256})
    void aPaletteHasNoMoreColoursThanAskedForAndIsAsLikeAsItSays(int most) {
        int[] picture = smooth(200, 150);
        Palette palette = Palette.of(counts(picture), most);
        assertThat(palette.colors()).hasSizeLessThanOrEqualTo(most);
        assertThat(palette.psnr()).isCloseTo(psnr(picture, palette), org.assertj.core.data.Offset.offset(0.3));
    }

    /** A palette that is the same for all pictures has six levels of red, green and blue. */
    @Test
    void aComputedPaletteIsMuchMoreLikeThePictureThanAFixedOne() {
        int[] picture = smooth(200, 150);
        int[] fixed = IntStream.range(0, 216)
                .map(i -> 0xFF000000 | i / 36 * 51 << 16 | i / 6 % 6 * 51 << 8 | i % 6 * 51)
                .toArray();
        double error = 0;
        for (int color : picture) {
            error += IntStream.of(fixed)
                    .mapToLong(other -> error(color, other))
                    .min()
                    .orElseThrow();
        }
        double psnrOfFixed = 10 * Math.log10(255.0 * 255 / (error / picture.length / 4));
        assertThat(Palette.of(counts(picture), 216).psnr()).isGreaterThan(psnrOfFixed + 8);
    }

    @Test
    void coloursThatCannotBeSeenTakeNoPlaces() {
        int[] picture = new int[20_000];
        Random random = new Random(4);
        for (int i = 0; i < picture.length; i++) {
            picture[i] = i % 2 == 0 ? random.nextInt(1 << 24) : 0xFF000000 | i % 64 * 0x030201;
        }
        Palette palette = Palette.of(counts(picture), 33);
        assertThat(palette.psnr()).isGreaterThan(100);
    }

    @Test
    void moreColoursThanCanBeToldApartAreCountedTogether() {
        int[] picture = new Random(6).ints(300_000).toArray();
        ColorCounts counts = counts(picture);
        assertThat(counts.size()).isBetween(1000, ColorCounts.MOST);
        long pixels =
                IntStream.range(0, counts.size()).mapToLong(counts::pixels).sum();
        assertThat(pixels).isEqualTo(picture.length);
        double alpha = IntStream.range(0, counts.size())
                .mapToDouble(i -> counts.pixels(i) * (double) counts.mean(i, 0))
                .sum();
        double expected = IntStream.of(picture).mapToLong(color -> color >>> 24).sum();
        assertThat(alpha).isCloseTo(expected, org.assertj.core.data.Percentage.withPercentage(0.01));
    }

    private static ColorCounts counts(int[] picture) {
        ColorCounts counts = new ColorCounts();
        IntStream.of(picture).forEach(counts::add);
        return counts;
    }

    /** Colours that change slowly, with some noise. */
    private static int[] smooth(int width, int height) {
        Random random = new Random(9);
        int[] picture = new int[width * height];
        for (int i = 0; i < picture.length; i++) {
            int x = i % width;
            int y = i / width;
            int red = 60 + x / 2 + random.nextInt(5);
            int green = 40 + y + random.nextInt(5);
            int blue = 200 - (x + y) / 3 + random.nextInt(5);
            picture[i] = 0xFF000000 | red << 16 | green << 8 | blue;
        }
        return picture;
    }

    private static double psnr(int[] picture, Palette palette) {
        double error = 0;
        for (int color : picture) {
            error += error(color, palette.colors()[palette.indexOf(color)]);
        }
        return 10 * Math.log10(255.0 * 255 / (error / picture.length / 4));
    }

    private static long error(int color, int other) {
        long sum = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            long difference = (color >>> shift & 0xFF) - (other >>> shift & 0xFF);
            sum += difference * difference;
        }
        return sum;
    }
}
