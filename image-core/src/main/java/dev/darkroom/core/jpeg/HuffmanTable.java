package dev.darkroom.core.jpeg;

import java.util.Arrays;

/**
 * A JPEG's Huffman table (ITU-T T.81, annex C).
 *
 * @param lengths how many codes have each length; 1 to 16 count
 * @param symbols in the order of their codes
 */
public record HuffmanTable(int[] lengths, byte[] symbols) {
    /** In bits. */
    public static final int LONGEST_CODE = 16;

    /** Symbols, and one that keeps the code of nothing but ones free. */
    private static final int CANDIDATES = 257;

    /** As a DHT segment has it from {@code at} on. */
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
     * The best table for symbols that occur this often (annex K.2, with ties broken as libjpeg does: the last of the rarest first).
     *
     * @param frequencies of 256 symbols, from {@code from} on
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

    /** Bytes in a DHT segment, without class and destination. */
    public int bytes() {
        return LONGEST_CODE + symbols.length;
    }

    public void write(byte[] target, int at) {
        for (int length = 1; length <= LONGEST_CODE; length++) {
            target[at + length - 1] = (byte) lengths[length];
        }
        System.arraycopy(symbols, 0, target, at + LONGEST_CODE, symbols.length);
    }

    /** Takes every code in turn, the shortest first. */
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

    /** Merges the two rarest trees until one is left; a merge makes the codes of all symbols in both one bit longer. */
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

    /** Brings codes down to 16 bits (K.3's Adjust_BITS), and takes the one out that was only kept free. */
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
