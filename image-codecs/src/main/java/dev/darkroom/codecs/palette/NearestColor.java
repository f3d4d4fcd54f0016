package dev.darkroom.codecs.palette;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finds the nearest one of some colours. The colours are ordered by the sum of their channels: the square of the difference of two sums is
 * at most four times the square of their distance, so that most colours are never looked at. Immutable; thread-safe.
 */
final class NearestColor {
    private static final int CHANNELS = ColorCounts.CHANNELS;

    /** By place in the order: the sum of the channels. */
    private final float[] sums;
    /** By place: the channels. */
    private final float[] channels;
    /** By place: the index of the colour. */
    private final int[] indexes;

    /**
     * @param colors four channels for each colour
     */
    NearestColor(float[] colors) {
        int count = colors.length / CHANNELS;
        this.indexes = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> sum(colors, i)))
                .mapToInt(i -> i)
                .toArray();
        this.sums = new float[count];
        this.channels = new float[colors.length];
        for (int place = 0; place < count; place++) {
            sums[place] = sum(colors, indexes[place]);
            System.arraycopy(colors, CHANNELS * indexes[place], channels, CHANNELS * place, CHANNELS);
        }
    }

    int of(float alpha, float red, float green, float blue) {
        float sum = alpha + red + green + blue;
        int high = place(sum);
        int low = high - 1;
        float least = Float.MAX_VALUE;
        int best = 0;
        while (true) {
            boolean isHigh = high < sums.length && square(sums[high] - sum) < CHANNELS * least;
            boolean isLow = low >= 0 && square(sums[low] - sum) < CHANNELS * least;
            if (!isHigh && !isLow) {
                return indexes[best];
            }
            if (isHigh) {
                float distance = distance(high, alpha, red, green, blue);
                if (distance < least) {
                    least = distance;
                    best = high;
                }
                high++;
            }
            if (isLow) {
                float distance = distance(low, alpha, red, green, blue);
                if (distance < least) {
                    least = distance;
                    best = low;
                }
                low--;
            }
        }
    }

    /** The first place whose sum is not smaller. */
    private int place(float sum) {
        int from = 0;
        int to = sums.length;
        while (from < to) {
            int middle = from + to >>> 1;
            if (sums[middle] < sum) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private float distance(int place, float alpha, float red, float green, float blue) {
        int at = CHANNELS * place;
        return square(channels[at] - alpha)
                + square(channels[at + 1] - red)
                + square(channels[at + 2] - green)
                + square(channels[at + 3] - blue);
    }

    private static float square(float value) {
        return value * value;
    }

    private static float sum(float[] colors, int index) {
        int at = CHANNELS * index;
        return colors[at] + colors[at + 1] + colors[at + 2] + colors[at + 3];
    }
}
