package dev.darkroom.codecs.png;

import java.util.Arrays;

/** The colours that a picture has had so far, numbered as they appear, as long as a palette holds them. Not thread-safe. */
final class PngColors {
    static final int MOST = 256;

    private static final int SLOTS = 1024;
    private static final int FREE = -1;

    /** Open addressing: a quarter full at most. */
    private final int[] slots = new int[SLOTS];

    private final int[] colors = new int[MOST];
    private int count;

    PngColors() {
        Arrays.fill(slots, FREE);
    }

    int count() {
        return count;
    }

    /** As {@code 0xAARRGGBB}. */
    int color(int index) {
        return colors[index];
    }

    /** The colour's number, or -1 for one too many. */
    int indexOf(int color) {
        int slot = (color * 0x9E3779B1) >>> 22;
        while (slots[slot] != FREE) {
            if (colors[slots[slot]] == color) {
                return slots[slot];
            }
            slot = (slot + 1) % SLOTS;
        }
        if (count == MOST) {
            return -1;
        }
        colors[count] = color;
        slots[slot] = count;
        return count++;
    }

    /** Whether a gray picture says the same. */
    boolean areGray() {
        return Arrays.stream(colors, 0, count)
                .allMatch(c -> c >>> 24 == 255 && (c & 0xFF) == (c >> 8 & 0xFF) && (c & 0xFF) == (c >> 16 & 0xFF));
    }
}
