package dev.darkroom.codecs.palette;

import java.util.Arrays;

/**
 * The colours of a picture and how many pixels have them. Up to {@link #MOST} colours are told apart. If there are more, the lowest bits of
 * the channels are ignored. Not thread-safe.
 */
public final class ColorCounts {
    static final int MOST = 1 << 15;
    /** Alpha, red, green and blue. The colours are multiplied by alpha. */
    static final int CHANNELS = 4;

    private static final int SLOTS = 4 * MOST;
    private static final int HASH_SHIFT = Integer.numberOfLeadingZeros(SLOTS - 1);
    private static final int MAX = 255;

    private int bits = Byte.SIZE;
    private int size;
    private int[] keys = new int[MOST];
    private long[] pixels = new long[MOST];
    private long[] sums = new long[CHANNELS * MOST];
    /** By hash: the index of the colour plus one; 0 if free. */
    private final int[] slots = new int[SLOTS];

    /** The memory in bytes that it takes. */
    public static long bytes() {
        return 2L * MOST * (Integer.BYTES + (1 + CHANNELS) * Long.BYTES) + (long) SLOTS * Integer.BYTES;
    }

    /** Number of colours that are told apart. */
    int size() {
        return size;
    }

    long pixels(int color) {
        return pixels[color];
    }

    /** The mean value of a channel, from 0 to 255. */
    float mean(int color, int channel) {
        return (float) sums[CHANNELS * color + channel] / MAX / pixels[color];
    }

    /**
     * @param argb {@code 0xAARRGGBB}
     */
    public void add(int argb) {
        int color = indexOf(argb);
        pixels[color]++;
        int alpha = argb >>> 24;
        int at = CHANNELS * color;
        sums[at] += (long) alpha * MAX;
        sums[at + 1] += (long) (argb >> 16 & 0xFF) * alpha;
        sums[at + 2] += (long) (argb >> 8 & 0xFF) * alpha;
        sums[at + 3] += (long) (argb & 0xFF) * alpha;
    }

    private int indexOf(int argb) {
        while (true) {
            int key = argb & mask();
            int slot = slotOf(key);
            if (slots[slot] > 0) {
                return slots[slot] - 1;
            }
            if (size < MOST) {
                keys[size] = key;
                slots[slot] = size + 1;
                return size++;
            }
            ignoreOneBitMore();
        }
    }

    private int slotOf(int key) {
        int slot = key * 0x9E3779B1 >>> HASH_SHIFT;
        while (slots[slot] > 0 && keys[slots[slot] - 1] != key) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    private int mask() {
        return (0xFF << Byte.SIZE - bits & 0xFF) * 0x01010101;
    }

    private void ignoreOneBitMore() {
        int[] oldKeys = keys;
        long[] oldPixels = pixels;
        long[] oldSums = sums;
        int oldSize = size;
        bits--;
        size = 0;
        keys = new int[MOST];
        pixels = new long[MOST];
        sums = new long[CHANNELS * MOST];
        Arrays.fill(slots, 0);
        for (int i = 0; i < oldSize; i++) {
            int color = indexOf(oldKeys[i]);
            pixels[color] += oldPixels[i];
            for (int channel = 0; channel < CHANNELS; channel++) {
                sums[CHANNELS * color + channel] += oldSums[CHANNELS * i + channel];
            }
        }
    }
}
