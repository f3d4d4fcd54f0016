package dev.darkroom.codecs.deflate;

import java.util.Arrays;

/** Computes Huffman codes with limited length (RFC 1951, 3.2.2), by the in-place algorithm of Moffat and Katajainen. */
final class CodeLengths {
    /** Bits of a symbol in a sort key. */
    private static final int SYMBOL_BITS = 9;

    private static final int SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;

    private CodeLengths() {}

    /**
     * Returns the code length of each symbol; 0 for a symbol that does not occur. A single symbol gets one bit.
     *
     * @param longest limit for the lengths
     */
    static byte[] of(int[] frequencies, int longest) {
        byte[] lengths = new byte[frequencies.length];
        long[] keys = new long[frequencies.length];
        int used = 0;
        for (int symbol = 0; symbol < frequencies.length; symbol++) {
            if (frequencies[symbol] > 0) {
                keys[used++] = (long) frequencies[symbol] << SYMBOL_BITS | symbol;
            }
        }
        if (used < 2) {
            if (used == 1) {
                lengths[(int) keys[0] & SYMBOL_MASK] = 1;
            }
            return lengths;
        }
        Arrays.sort(keys, 0, used);
        int[] counts = limited(depths(keys, used), longest);
        int next = used - 1;
        for (int length = 1; length <= longest; length++) {
            for (int i = 0; i < counts[length]; i++) {
                lengths[(int) keys[next--] & SYMBOL_MASK] = (byte) length;
            }
        }
        return lengths;
    }

    /** Returns the canonical codes, with the first bit in the lowest position, as deflate writes them. */
    static int[] codes(byte[] lengths) {
        int[] next = new int[Byte.SIZE * 2 + 1];
        for (byte length : lengths) {
            next[length]++;
        }
        next[0] = 0;
        int code = 0;
        for (int length = 1; length < next.length; length++) {
            int count = next[length];
            next[length] = code;
            code = code + count << 1;
        }
        int[] codes = new int[lengths.length];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                codes[symbol] = Integer.reverse(next[lengths[symbol]]++) >>> Integer.SIZE - lengths[symbol];
            }
        }
        return codes;
    }

    /** The optimal depth of each leaf, for weights in ascending order. */
    private static int[] depths(long[] keys, int used) {
        int[] nodes = new int[used];
        for (int i = 0; i < used; i++) {
            nodes[i] = (int) (keys[i] >>> SYMBOL_BITS);
        }
        joinNodes(nodes, used);
        nodes[used - 2] = 0;
        for (int i = used - 3; i >= 0; i--) {
            nodes[i] = nodes[nodes[i]] + 1;
        }
        return leafDepths(nodes, used);
    }

    /** Replaces weights by the index of each node's parent. */
    private static void joinNodes(int[] nodes, int used) {
        int root = 0;
        int leaf = 2;
        nodes[0] += nodes[1];
        for (int next = 1; next < used - 1; next++) {
            if (leaf >= used || nodes[root] < nodes[leaf]) {
                nodes[next] = nodes[root];
                nodes[root++] = next;
            } else {
                nodes[next] = nodes[leaf++];
            }
            if (leaf >= used || root < next && nodes[root] < nodes[leaf]) {
                nodes[next] += nodes[root];
                nodes[root++] = next;
            } else {
                nodes[next] += nodes[leaf++];
            }
        }
    }

    /** Turns the depths of inner nodes into the depths of leaves. */
    private static int[] leafDepths(int[] nodes, int used) {
        int root = used - 2;
        int next = used - 1;
        int free = 1;
        for (int depth = 0; free > 0; depth++) {
            int inner = 0;
            while (root >= 0 && nodes[root] == depth) {
                inner++;
                root--;
            }
            for (int i = free; i > inner; i--) {
                nodes[next--] = depth;
            }
            free = 2 * inner;
        }
        return nodes;
    }

    /** The number of codes of each length. Codes that are too long are shortened, and others are lengthened for them. */
    private static int[] limited(int[] depths, int longest) {
        int[] counts = new int[longest + 1];
        long taken = 0;
        for (int depth : depths) {
            int length = Math.min(depth, longest);
            counts[length]++;
            taken += 1L << longest - length;
        }
        while (taken > 1L << longest) {
            int length = longest - 1;
            while (counts[length] == 0) {
                length--;
            }
            counts[length]--;
            counts[length + 1] += 2;
            counts[longest]--;
            taken--;
        }
        return counts;
    }
}
