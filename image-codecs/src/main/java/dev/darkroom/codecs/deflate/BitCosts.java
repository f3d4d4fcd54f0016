package dev.darkroom.codecs.deflate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The expected bits of literals and matches in the next block, in sixteenths. The cost of a literal counts all bytes of the block before, not
 * only those outside of matches: each match makes literals rarer, so that the next match would seem cheaper than it is.
 */
final class BitCosts {
    static final int UNIT = 16;

    private static final double LOG_2 = Math.log(2);
    private static final int RARE = 14 * UNIT;

    /** By byte value. */
    final int[] literals = new int[DeflateTables.BYTES];
    /** By length from 3 to 258, with extra bits. */
    final int[] lengths = new int[DeflateTables.MAX_MATCH + 1];
    /** By distance symbol, with extra bits. */
    final int[] distances = new int[DeflateTables.DISTANCES];

    private final int[] bytes = new int[DeflateTables.BYTES];

    BitCosts() {
        reset();
    }

    void reset() {
        Arrays.fill(literals, 7 * UNIT);
        setLengths(8 * UNIT, null, 0);
        for (int i = 0; i < distances.length; i++) {
            distances[i] = (5 + DeflateTables.DISTANCE_EXTRA[i]) * UNIT;
        }
    }

    /**
     * Learns from a block.
     *
     * @param from index of the block's first byte; negative if its bytes are not known
     */
    void learn(Block block, byte[] data, int from, int to) {
        int[] counted = bytes;
        int total = to - from;
        if (from >= 0) {
            Arrays.fill(bytes, 0);
            for (int i = from; i < to; i++) {
                bytes[data[i] & 0xFF]++;
            }
        } else {
            counted = block.literals;
            total = block.count;
        }
        for (int i = 0; i < literals.length; i++) {
            literals[i] = cost(counted[i], total);
        }
        int matches = 0;
        for (int frequency : block.distances) {
            matches += frequency;
        }
        if (matches > 0) {
            setLengths(0, block.literals, block.count);
            for (int i = 0; i < distances.length; i++) {
                distances[i] = cost(block.distances[i], matches) + DeflateTables.DISTANCE_EXTRA[i] * UNIT;
            }
        }
    }

    private void setLengths(int same, int @Nullable [] frequencies, int total) {
        for (int length = DeflateTables.MIN_MATCH; length <= DeflateTables.MAX_MATCH; length++) {
            int symbol = DeflateTables.LENGTH_SYMBOL[length];
            int cost = frequencies == null ? same : cost(frequencies[DeflateTables.FIRST_LENGTH + symbol], total);
            lengths[length] = cost + DeflateTables.LENGTH_EXTRA[symbol] * UNIT;
        }
    }

    private static int cost(int frequency, int total) {
        return frequency == 0
                ? RARE
                : Math.min(RARE, (int) Math.round(UNIT * Math.log((double) total / frequency) / LOG_2));
    }
}
