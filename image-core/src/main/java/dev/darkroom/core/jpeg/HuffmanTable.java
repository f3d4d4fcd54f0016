package dev.darkroom.core.jpeg;

import java.util.Arrays;

/**
 * A Huffman table of a JPEG (ITU-T T.81, annex C).
 *
 * @param lengths number of codes of each length; indexes 1 to 16 are used
 * @param symbols symbols in the order of their codes
 */
public record HuffmanTable(int[] lengths, byte[] symbols) {
    /** Length of the longest code, in bits. */
    public static final int LONGEST_CODE = 16;

    /** All symbols, and one more that reserves the code of only one bits. */
    private static final int CANDIDATES = 257;

    /** Reads a table from a DHT segment, starting at {@code at}. */
    public static HuffmanTable read(byte[] file, int at) {
        int[] lengths = new int[LONGEST_CODE + 1];
        int count = 0;
        for (int length = 1; length <= LONGEST_CODE; length++) {
            lengths[length] = file[at + length - 1] & 0xFF;
            count += lengths[length];
        }
        return new HuffmanTable(lengths, Arrays.copyOfRange(file, at + LONGEST_CODE, at + LONGEST_CODE + count));
    }

    /**
     * The optimal table for these symbol frequencies (annex K.2). As in libjpeg, a tie selects the last of the rarest symbols.
     *
     * @param frequencies frequencies of 256 symbols, starting at {@code from}
     */
    public static HuffmanTable optimal(int[] frequencies, int from) {
        long[] weights = new long[CANDIDATES];
        for (int symbol = 0; symbol < CANDIDATES - 1; symbol++) {
            weights[symbol] = frequencies[from + symbol];
        }
        weights[CANDIDATES - 1] = 1;
        int[] codeLengths = codeLengths(weights);
        int[] lengths = new int[CANDIDATES];
        for (int length : codeLengths) {
            lengths[length]++;
        }
        shorten(lengths);
        return new HuffmanTable(Arrays.copyOf(lengths, LONGEST_CODE + 1), inOrder(codeLengths));
    }

    /** Length in a DHT segment in bytes, without class and destination. */
    public int bytes() {
        return LONGEST_CODE + symbols.length;
    }

    public void write(byte[] target, int at) {
        for (int length = 1; length <= LONGEST_CODE; length++) {
            target[at + length - 1] = (byte) lengths[length];
        }
        System.arraycopy(symbols, 0, target, at + LONGEST_CODE, symbols.length);
    }

    /** Receives every code, the shortest first. */
    public interface Codes {
        void accept(int symbol, int code, int length);
    }

    public void forEach(Codes codes) {
        int code = 0;
        int next = 0;
        for (int length = 1; length <= LONGEST_CODE; length++, code <<= 1) {
            for (int i = 0; i < lengths[length]; i++) {
                codes.accept(symbols[next++] & 0xFF, code++, length);
            }
        }
    }

    /** Merges the two rarest trees until one is left. A merge makes the codes of all symbols in both trees one bit longer. */
    private static int[] codeLengths(long[] weights) {
        int[] lengths = new int[CANDIDATES];
        int[] next = new int[CANDIDATES];
        Arrays.fill(next, -1);
        while (true) {
            int rarest = rarest(weights, -1);
            int second = rarest(weights, rarest);
            if (second < 0) {
                return lengths;
            }
            weights[rarest] += weights[second];
            weights[second] = 0;
            int last = lengthen(rarest, lengths, next);
            next[last] = second;
            lengthen(second, lengths, next);
        }
    }

    private static int rarest(long[] weights, int except) {
        int found = -1;
        for (int i = 0; i < CANDIDATES; i++) {
            if (weights[i] > 0 && i != except && (found < 0 || weights[i] <= weights[found])) {
                found = i;
            }
        }
        return found;
    }

    private static int lengthen(int first, int[] lengths, int[] next) {
        int at = first;
        lengths[at]++;
        while (next[at] >= 0) {
            at = next[at];
            lengths[at]++;
        }
        return at;
    }

    /** Limits the codes to 16 bits (Adjust_BITS in K.3) and removes the reserved code. */
    private static void shorten(int[] lengths) {
        lengths[0] = 0;
        for (int length = CANDIDATES - 1; length > LONGEST_CODE; length--) {
            while (lengths[length] > 0) {
                int shorter = length - 2;
                while (lengths[shorter] == 0) {
                    shorter--;
                }
                lengths[length] -= 2;
                lengths[length - 1]++;
                lengths[shorter + 1] += 2;
                lengths[shorter]--;
            }
        }
        int longest = LONGEST_CODE;
        while (lengths[longest] == 0) {
            longest--;
        }
        lengths[longest]--;
    }

    private static byte[] inOrder(int[] codeLengths) {
        byte[] symbols = new byte[CANDIDATES];
        int count = 0;
        for (int length = 1; length < CANDIDATES; length++) {
            for (int symbol = 0; symbol < CANDIDATES - 1; symbol++) {
                if (codeLengths[symbol] == length) {
                    symbols[count++] = (byte) symbol;
                }
            }
        }
        return Arrays.copyOf(symbols, count);
    }
}
