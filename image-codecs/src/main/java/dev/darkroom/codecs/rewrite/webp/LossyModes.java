package dev.darkroom.codecs.rewrite.webp;

/**
 * Reads the prediction modes of the macroblocks of a VP8 key frame from its first partition (RFC 6386, sections 9.3 to 9.11, 11.2 and
 * 11.3).
 */
final class LossyModes {
    private static final int DC = 0;
    private static final int TRUE_MOTION = 1;
    private static final int VERTICAL = 2;
    private static final int HORIZONTAL = 3;
    /** Tree of the modes of 4 x 4 blocks. Positive values are nodes. Zero and negative values are negated modes. */
    private static final int[] TREE = {-0, 1, -1, 2, -2, 3, 4, 6, -3, 5, -4, -5, -6, 7, -7, 8, -8, -9};

    private final BooleanDecoder bits;
    private final int[] segmentProbabilities = {255, 255, 255};
    private boolean segmented;
    private int skipProbability;
    private boolean skips;
    private int partitions;

    LossyModes(BooleanDecoder bits) {
        this.bits = bits;
    }

    int partitions() {
        return partitions;
    }

    /** Reads the frame header up to the macroblocks. Returns the token probabilities. */
    byte[] header() {
        bits.number(2);
        if (bits.flag()) {
            segments();
        }
        bits.number(10);
        boolean filterDeltas = bits.flag();
        boolean newFilterDeltas = filterDeltas && bits.flag();
        if (newFilterDeltas) {
            for (int i = 0; i < 8; i++) {
                bits.optional(6);
            }
        }
        partitions = 1 << bits.number(2);
        bits.number(7);
        for (int i = 0; i < 5; i++) {
            bits.optional(4);
        }
        bits.number(1);
        byte[] probabilities = LossyTables.TOKENS.clone();
        for (int i = 0; i < probabilities.length; i++) {
            if (bits.bit(LossyTables.UPDATES[i] & 0xFF) == 1) {
                probabilities[i] = (byte) bits.number(8);
            }
        }
        skips = bits.flag();
        skipProbability = skips ? bits.number(8) : 0;
        return probabilities;
    }

    private void segments() {
        segmented = bits.flag();
        if (bits.flag()) {
            bits.number(1);
            for (int i = 0; i < 4; i++) {
                bits.optional(7);
            }
            for (int i = 0; i < 4; i++) {
                bits.optional(6);
            }
        }
        if (segmented) {
            for (int i = 0; i < 3; i++) {
                segmentProbabilities[i] = bits.flag() ? bits.number(8) : 255;
            }
        }
    }

    /**
     * Reads the modes of one macroblock.
     *
     * @param above modes of the 4 x 4 blocks of the row above; those of this macroblock start at {@code from}; overwritten
     * @param left modes of the 4 x 4 blocks to the left; overwritten
     * @return bit mask: 1 if the macroblock has no coefficients, 2 if each 4 x 4 block has its own prediction mode
     */
    int macroblock(byte[] above, int from, byte[] left) {
        if (segmented) {
            bits.bit(segmentProbabilities[1 + bits.bit(segmentProbabilities[0])]);
        }
        int skipped = skips ? bits.bit(skipProbability) : 0;
        boolean single = bits.bit(145) == 0;
        if (single) {
            blocks(above, from, left);
        } else {
            byte mode = (byte) wholeMode();
            for (int i = 0; i < 4; i++) {
                above[from + i] = mode;
                left[i] = mode;
            }
        }
        if (bits.bit(142) == 1 && bits.bit(114) == 1) {
            bits.bit(183);
        }
        return skipped | (single ? 2 : 0);
    }

    private int wholeMode() {
        if (bits.bit(156) == 1) {
            return bits.bit(128) == 1 ? TRUE_MOTION : HORIZONTAL;
        }
        return bits.bit(163) == 1 ? VERTICAL : DC;
    }

    private void blocks(byte[] above, int from, byte[] left) {
        for (int y = 0; y < 4; y++) {
            int mode = left[y];
            for (int x = 0; x < 4; x++) {
                int probabilities = (above[from + x] * 10 + mode) * 9;
                int node = TREE[bits.bit(LossyTables.MODES[probabilities] & 0xFF)];
                while (node > 0) {
                    node = TREE[2 * node + bits.bit(LossyTables.MODES[probabilities + node] & 0xFF)];
                }
                mode = -node;
                above[from + x] = (byte) mode;
            }
            left[y] = (byte) mode;
        }
    }
}
