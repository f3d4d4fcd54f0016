package dev.darkroom.core.header.webp;

import dev.darkroom.core.ImageException;

/** A canonical prefix code of VP8L (RFC 9649, section 3.7.2.1). A code with a single symbol needs no bits. */
final class Vp8lPrefixCode {
    private static final int MAX_CODE_LENGTH = 15;
    /** The order of the lengths of the code length code. */
    private static final int[] ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    private final int[] counts = new int[MAX_CODE_LENGTH + 1];
    /** Symbols sorted by code length, then by value. */
    private final int[] symbols;

    private Vp8lPrefixCode(int[] lengths) throws ImageException {
        int used = 0;
        for (int length : lengths) {
            counts[length]++;
            used += length > 0 ? 1 : 0;
        }
        counts[0] = 0;
        symbols = new int[used];
        int filled = 0;
        int free = 1;
        for (int length = 1; length <= MAX_CODE_LENGTH; length++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    symbols[filled++] = symbol;
                }
            }
            free = 2 * free - counts[length];
            if (free < 0) {
                throw wrong();
            }
        }
        if (used == 0 || used > 1 && free != 0) {
            throw wrong();
        }
    }

    /**
     * Reads a code.
     *
     * @param alphabet number of symbols
     */
    static Vp8lPrefixCode read(Vp8lBitReader bits, int alphabet) throws ImageException {
        return new Vp8lPrefixCode(bits.flag() ? readSimple(bits, alphabet) : readNormal(bits, alphabet));
    }

    int next(Vp8lBitReader bits) throws ImageException {
        if (symbols.length == 1) {
            return symbols[0];
        }
        int code = 0;
        int first = 0;
        int index = 0;
        for (int length = 1; length <= MAX_CODE_LENGTH; length++) {
            code |= bits.bit();
            if (code - first < counts[length]) {
                return symbols[index + code - first];
            }
            index += counts[length];
            first = first + counts[length] << 1;
            code <<= 1;
        }
        throw wrong();
    }

    /** The number of symbols below {@code limit} that have a code. */
    int count(int limit) {
        int count = 0;
        for (int symbol : symbols) {
            count += symbol < limit ? 1 : 0;
        }
        return count;
    }

    /** The largest symbol below {@code limit} that has a code; 0 if there is none. */
    int largest(int limit) {
        int largest = 0;
        for (int symbol : symbols) {
            largest = symbol < limit ? Math.max(largest, symbol) : largest;
        }
        return largest;
    }

    private static int[] readSimple(Vp8lBitReader bits, int alphabet) throws ImageException {
        int[] lengths = new int[alphabet];
        int count = 1 + bits.bit();
        int first = bits.flag() ? bits.read(8) : bits.bit();
        int second = count == 2 ? bits.read(8) : first;
        if (first >= alphabet || second >= alphabet) {
            throw wrong();
        }
        lengths[first] = 1;
        lengths[second] = 1;
        return lengths;
    }

    private static int[] readNormal(Vp8lBitReader bits, int alphabet) throws ImageException {
        int[] ofLengths = new int[ORDER.length];
        int given = 4 + bits.read(4);
        for (int i = 0; i < given; i++) {
            ofLengths[ORDER[i]] = bits.read(3);
        }
        Vp8lPrefixCode code = new Vp8lPrefixCode(ofLengths);
        int left = bits.flag() ? 2 + bits.read(2 + 2 * bits.read(3)) : alphabet;
        if (left > alphabet) {
            throw wrong();
        }
        int[] lengths = new int[alphabet];
        int previous = 8;
        for (int symbol = 0; symbol < alphabet && left > 0; left--) {
            int next = code.next(bits);
            int times = 1;
            int length = next;
            switch (next) {
                case 16 -> {
                    times = 3 + bits.read(2);
                    length = previous;
                }
                case 17 -> {
                    times = 3 + bits.read(3);
                    length = 0;
                }
                case 18 -> {
                    times = 11 + bits.read(7);
                    length = 0;
                }
                default -> previous = next == 0 ? previous : next;
            }
            if (symbol + times > alphabet) {
                throw wrong();
            }
            for (int i = 0; i < times; i++) {
                lengths[symbol++] = length;
            }
        }
        return lengths;
    }

    private static ImageException wrong() {
        return ImageException.malformed("this WebP's lossless picture has an invalid prefix code");
    }
}
