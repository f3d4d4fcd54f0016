package dev.darkroom.codecs.rewrite.webp;

/** Reads the coefficients of VP8 macroblocks (RFC 6386, section 13). It keeps only the contexts that later macroblocks depend on. */
final class LossyTokens {
    private static final int[] BANDS = {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 0};
    private static final int[][] LARGE = {
        {173, 148, 140},
        {176, 155, 140, 135},
        {180, 157, 141, 134, 130},
        {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129}
    };
    private static final int CONTEXT = 11;
    private static final int BAND = 3 * CONTEXT;
    private static final int TYPE = 8 * BAND;
    private static final int AFTER_DC = 0;
    private static final int DC = 1;
    private static final int CHROMA = 2;
    private static final int WITH_DC = 3;
    /** Contexts of a macroblock: luma 4, chroma 2 and 2, DC 1. */
    private static final int CONTEXTS = 9;

    private final int[] probabilities;
    private final boolean[] above;
    private final boolean[] left = new boolean[CONTEXTS];

    LossyTokens(byte[] probabilities, int across) {
        this.probabilities = new int[probabilities.length];
        for (int i = 0; i < probabilities.length; i++) {
            this.probabilities[i] = probabilities[i] & 0xFF;
        }
        this.above = new boolean[across * CONTEXTS];
    }

    void startRow() {
        java.util.Arrays.fill(left, false);
    }

    /** Passes over a macroblock without coefficients. */
    void skip(int x, boolean single) {
        int kept = single ? 1 : 0;
        java.util.Arrays.fill(left, 0, CONTEXTS - kept, false);
        java.util.Arrays.fill(above, x * CONTEXTS, (x + 1) * CONTEXTS - kept, false);
    }

    /**
     * @param single whether each block has its own prediction mode; such a macroblock has no block of DC coefficients
     */
    void read(BooleanDecoder bits, int x, boolean single) {
        int at = x * CONTEXTS;
        int first = 0;
        if (!single) {
            boolean some = block(bits, DC, context(at, 8, 8), 0);
            above[at + 8] = some;
            left[8] = some;
            first = 1;
        }
        plane(bits, single ? WITH_DC : AFTER_DC, at, 0, 4, first);
        plane(bits, CHROMA, at, 4, 2, 0);
        plane(bits, CHROMA, at, 6, 2, 0);
    }

    private void plane(BooleanDecoder bits, int type, int at, int from, int side, int first) {
        for (int y = from; y < from + side; y++) {
            for (int x = from; x < from + side; x++) {
                boolean some = block(bits, type, context(at, x, y), first);
                above[at + x] = some;
                left[y] = some;
            }
        }
    }

    private int context(int at, int x, int y) {
        return (above[at + x] ? 1 : 0) + (left[y] ? 1 : 0);
    }

    /** Reads a block. Returns whether it has coefficients. */
    private boolean block(BooleanDecoder bits, int type, int context, int first) {
        int n = first;
        int p = type * TYPE + BANDS[n] * BAND + context * CONTEXT;
        for (; n < 16; n++) {
            if (bits.bit(probabilities[p]) == 0) {
                return n > first;
            }
            while (bits.bit(probabilities[p + 1]) == 0) {
                n++;
                if (n == 16) {
                    return true;
                }
                p = type * TYPE + BANDS[n] * BAND;
            }
            int next = type * TYPE + BANDS[n + 1] * BAND;
            if (bits.bit(probabilities[p + 2]) == 0) {
                p = next + CONTEXT;
            } else {
                large(bits, p);
                p = next + 2 * CONTEXT;
            }
            bits.bit(128);
        }
        return true;
    }

    private void large(BooleanDecoder bits, int p) {
        if (bits.bit(probabilities[p + 3]) == 0) {
            if (bits.bit(probabilities[p + 4]) == 1) {
                bits.bit(probabilities[p + 5]);
            }
        } else if (bits.bit(probabilities[p + 6]) == 0) {
            if (bits.bit(probabilities[p + 7]) == 0) {
                bits.bit(159);
            } else {
                bits.bit(165);
                bits.bit(145);
            }
        } else {
            int high = bits.bit(probabilities[p + 8]);
            int low = bits.bit(probabilities[p + 9 + high]);
            for (int probability : LARGE[2 * high + low]) {
                bits.bit(probability);
            }
        }
    }
}
