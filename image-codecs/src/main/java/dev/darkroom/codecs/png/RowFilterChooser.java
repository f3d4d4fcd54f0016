package dev.darkroom.codecs.png;

import java.util.Arrays;

/**
 * Filters rows, each with the filter that gives the smallest sum of absolute differences (PNG 3rd edition, 9.2 and 12.7). The sum is taken
 * of a quarter of the row, which is enough.
 *
 * <p>The samples are ints in arrays with one index for all: in this form the JIT turns the loops into vector instructions. With bytes, or
 * with {@code row[i - unit]}, it does not, and the Paeth filter takes ten times as long. Not thread-safe.
 */
final class RowFilterChooser {
    /** Samples that are looked at together. */
    private static final int LOOKED_AT = 256;
    /** Distance of the samples that are looked at. */
    private static final int STEP = 4 * LOOKED_AT;

    private final int length;
    private final int unit;
    private int[] row;
    /** By sample: the same channel of the pixel to its left. */
    private int[] left;

    private int[] above;
    private int[] aboveLeft;
    private final int[] filtered;
    /** For the Paeth filter: the nearer one of the samples to the left and above, and its distance. */
    private final int[] nearer;

    private final int[] distance;

    /**
     * @param length bytes of a row
     * @param unit bytes for each pixel
     */
    RowFilterChooser(int length, int unit) {
        this.length = length;
        this.unit = unit;
        this.row = new int[length];
        this.left = new int[length];
        this.above = new int[length];
        this.aboveLeft = new int[length];
        this.filtered = new int[length];
        this.nearer = new int[length];
        this.distance = new int[length];
    }

    static long bytes(int length) {
        return 7L * Integer.BYTES * length;
    }

    /** Sets the row above the next one. */
    void start(byte[] rows, int from) {
        load(rows, from);
    }

    /** Writes the filter byte and the filtered row to {@code target}. */
    void filter(byte[] rows, int from, byte[] target, int at) {
        int[] freeRow = above;
        int[] freeLeft = aboveLeft;
        above = row;
        aboveLeft = left;
        row = freeRow;
        left = freeLeft;
        load(rows, from);
        int filter = best();
        apply(filter, 0, length);
        target[at] = (byte) filter;
        narrow(filtered, length, target, at + 1);
    }

    private void load(byte[] rows, int from) {
        widen(rows, from, length, row, 0);
        Arrays.fill(left, 0, unit, 0);
        widen(rows, from, length - unit, left, unit);
    }

    private int best() {
        int best = PngFilter.NONE;
        long least = Long.MAX_VALUE;
        for (int filter = PngFilter.NONE; filter <= PngFilter.PAETH; filter++) {
            long sum = 0;
            for (int from = 0; from < length; from += STEP) {
                int to = Math.min(length, from + LOOKED_AT);
                apply(filter, from, to);
                sum += magnitudes(filtered, from, to);
            }
            if (sum < least) {
                least = sum;
                best = filter;
            }
        }
        return best;
    }

    private void apply(int filter, int from, int to) {
        switch (filter) {
            case PngFilter.NONE -> System.arraycopy(row, from, filtered, from, to - from);
            case PngFilter.SUB -> subtract(row, left, from, to, filtered);
            case PngFilter.UP -> subtract(row, above, from, to, filtered);
            case PngFilter.AVERAGE -> average(row, left, above, from, to, filtered);
            case PngFilter.PAETH -> {
                nearer(left, above, aboveLeft, from, to, nearer, distance);
                paeth(row, left, above, aboveLeft, from, to, nearer, distance, filtered);
            }
            default -> throw new IllegalArgumentException("there is no row filter " + filter);
        }
    }

    private static void widen(byte[] bytes, int from, int count, int[] target, int at) {
        for (int i = 0; i < count; i++) {
            target[at + i] = bytes[from + i] & 0xFF;
        }
    }

    private static void narrow(int[] samples, int count, byte[] target, int at) {
        for (int i = 0; i < count; i++) {
            target[at + i] = (byte) samples[i];
        }
    }

    private static int magnitudes(int[] differences, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.abs(differences[i] << 24 >> 24);
        }
        return sum;
    }

    private static void subtract(int[] row, int[] predicted, int from, int to, int[] target) {
        for (int i = from; i < to; i++) {
            target[i] = row[i] - predicted[i];
        }
    }

    private static void average(int[] row, int[] left, int[] above, int from, int to, int[] target) {
        for (int i = from; i < to; i++) {
            target[i] = row[i] - (left[i] + above[i] >> 1);
        }
    }

    /** The first half of the Paeth filter. As one loop, it would be too long for the vectors of older JITs. */
    private static void nearer(
            int[] left, int[] above, int[] aboveLeft, int from, int to, int[] nearer, int[] distance) {
        for (int i = from; i < to; i++) {
            int toLeft = Math.abs(above[i] - aboveLeft[i]);
            int toAbove = Math.abs(left[i] - aboveLeft[i]);
            // All bits are set where the sample above is nearer.
            int isAbove = toAbove - toLeft >> 31;
            nearer[i] = left[i] + (above[i] - left[i] & isAbove);
            distance[i] = toLeft + (toAbove - toLeft & isAbove);
        }
    }

    private static void paeth(
            int[] row,
            int[] left,
            int[] above,
            int[] aboveLeft,
            int from,
            int to,
            int[] nearer,
            int[] distance,
            int[] target) {
        for (int i = from; i < to; i++) {
            int toAboveLeft = Math.abs(left[i] + above[i] - aboveLeft[i] - aboveLeft[i]);
            int isAboveLeft = toAboveLeft - distance[i] >> 31;
            target[i] = row[i] - (nearer[i] + (aboveLeft[i] - nearer[i] & isAboveLeft));
        }
    }
}
