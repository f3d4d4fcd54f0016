package dev.darkroom.codecs.deflate;

import java.util.Arrays;

/**
 * The tokens of one block, with their frequencies. A token below 256 is a literal. Another token is a match: its length in the lowest nine
 * bits and its distance above.
 */
final class Block {
    static final int LENGTH_BITS = 9;
    static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;

    private static final double LOG_2 = Math.log(2);

    final int[] tokens;
    final int[] literals = new int[DeflateTables.LITERALS];
    final int[] distances = new int[DeflateTables.DISTANCES];
    int count;

    /**
     * @param most limit for the number of tokens
     */
    Block(int most) {
        this.tokens = new int[most];
    }

    void clear() {
        count = 0;
        Arrays.fill(literals, 0);
        Arrays.fill(distances, 0);
    }

    /** Replaces the tokens by literals. */
    void setLiterals(byte[] data, int from, int to) {
        clear();
        for (int i = from; i < to; i++) {
            int value = data[i] & 0xFF;
            tokens[count++] = value;
            literals[value]++;
        }
    }

    /** Size of the block in bits without its header, if the code lengths were real numbers. */
    double bits() {
        double bits = entropy(literals) + entropy(distances);
        for (int i = 0; i < DeflateTables.LENGTH_EXTRA.length; i++) {
            bits += (double) literals[DeflateTables.FIRST_LENGTH + i] * DeflateTables.LENGTH_EXTRA[i];
        }
        for (int i = 0; i < distances.length; i++) {
            bits += (double) distances[i] * DeflateTables.DISTANCE_EXTRA[i];
        }
        return bits;
    }

    static double entropy(int[] frequencies) {
        long total = 0;
        double sum = 0;
        for (int frequency : frequencies) {
            if (frequency > 0) {
                total += frequency;
                sum += frequency * Math.log(frequency);
            }
        }
        return total == 0 ? 0 : ((double) total * Math.log((double) total) - sum) / LOG_2;
    }
}
