package dev.darkroom.codecs.png;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Numbers the colours of a picture in order of appearance, up to the size of a palette. Not thread-safe. */
final class PngColors {
    static final int MOST = 256;

    private static final int SLOTS = 1024;
    private static final int FREE = -1;
    /** A sort key of an opaque colour has this bit. */
    private static final long OPAQUE = 1L << 32;

    /** Hash table with open addressing; at most a quarter of the slots is used. */
    private final int[] slots = new int[SLOTS];

    private final int[] colors = new int[MOST];
    private final int most;
    private int count;

    /**
     * @param most largest number of colours, up to {@link #MOST}
     */
    PngColors(int most) {
        this.most = most;
        Arrays.fill(slots, FREE);
    }

    /**
     * The colour of a pixel as {@code 0xAARRGGBB}.
     *
     * @param at index of the pixel's first sample
     * @param channels 1 for gray, 3 for RGB, 4 for RGBA
     */
    static int at(byte[] row, int at, int channels) {
        int first = row[at] & 0xFF;
        if (channels == 1) {
            return 0xFF000000 | first * 0x10101;
        }
        int alpha = channels == 4 ? row[at + 3] & 0xFF : 255;
        return alpha << 24 | first << 16 | (row[at + 1] & 0xFF) << 8 | row[at + 2] & 0xFF;
    }

    int count() {
        return count;
    }

    /** The colour of an index as {@code 0xAARRGGBB}. */
    int color(int index) {
        return colors[index];
    }

    /** The index of a colour, which is added if it is new; -1 if the palette is full. */
    int indexOf(int color) {
        int slot = (color * 0x9E3779B1) >>> 22;
        while (slots[slot] != FREE) {
            if (colors[slots[slot]] == color) {
                return slots[slot];
            }
            slot = (slot + 1) % SLOTS;
        }
        if (count == most) {
            return -1;
        }
        colors[count] = color;
        slots[slot] = count;
        return count++;
    }

    /**
     * The indexes in the order of a palette. Colours that are not opaque come first, so that tRNS is short. In both parts, darker colours
     * come first, so that similar colours have similar places.
     */
    int[] inPaletteOrder() {
        return IntStream.range(0, count)
                .mapToLong(i -> (colors[i] >>> 24 == 255 ? OPAQUE : 0) | (long) luminance(colors[i]) << Byte.SIZE | i)
                .sorted()
                .mapToInt(key -> (int) key & MOST - 1)
                .toArray();
    }

    private static int luminance(int color) {
        return 2 * (color >> 16 & 0xFF) + 5 * (color >> 8 & 0xFF) + (color & 0xFF);
    }

    /** Whether all colours are opaque and gray. */
    boolean areGray() {
        return Arrays.stream(colors, 0, count)
                .allMatch(c -> c >>> 24 == 255 && (c & 0xFF) == (c >> 8 & 0xFF) && (c & 0xFF) == (c >> 16 & 0xFF));
    }
}
