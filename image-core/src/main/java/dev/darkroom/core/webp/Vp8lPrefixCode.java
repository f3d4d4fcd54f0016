package dev.darkroom.core.webp;

import dev.darkroom.core.ImageException;

/** A canonical prefix code of VP8L (RFC 9649, section 3.7.2.1). A code with a single symbol uses no bits. */
public final class Vp8lPrefixCode {
    private static final int LONGEST = 15;
    /** Codes up to this length are found with one table lookup. */
    private static final int FAST = 8;

    private static final int REPEAT_PREVIOUS = 16;
    private static final int REPEAT_ZERO = 17;
    /** The order of the code lengths in the code length code. */
    private static final int[] ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    private final int[] counts = new int[LONGEST + 1];
    /** Symbols sorted by code length, then by value. */
    private final short[] symbols;
    /**
     * Lookup table by the next bits. An entry has the symbol in the low 16 bits and the code length above; 0 if the code is longer. The
     * table is built when the code has been used often.
     */
    private int[] fast = new int[0];

    private int uses;

    private Vp8lPrefixCode(byte[] lengths) throws ImageException {
        int used = 0;
        for (byte length : lengths) {
            counts[length]++;
            used += length > 0 ? 1 : 0;
        }
        counts[0] = 0;
        int[] next = new int[LONGEST + 2];
        int free = 1;
        for (int length = 1; length <= LONGEST; length++) {
            next[length + 1] = next[length] + counts[length];
            free = 2 * free - counts[length];
            if (free < 0) {
                throw invalidCode();
            }
        }
        if (used == 0 || used > 1 && free != 0) {
            throw invalidCode();
        }
        symbols = new short[used];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                symbols[next[lengths[symbol]]++] = (short) symbol;
            }
        }
    }

    /** Makes a code of one or two symbols with one bit each. */
    private Vp8lPrefixCode(short... symbols) {
        this.symbols = symbols;
        counts[1] = symbols.length;
    }

    /**
     * Reads a code.
     *
     * @param alphabet number of symbols
     */
    public static Vp8lPrefixCode read(Vp8lBitReader bits, int alphabet) throws ImageException {
        return bits.flag() ? few(bits, alphabet) : new Vp8lPrefixCode(many(bits, alphabet));
    }

    /** The symbol if the code has exactly one; otherwise -1. */
    public int only() {
        return symbols.length == 1 ? symbols[0] : -1;
    }

    /** The number of symbols below {@code limit} that have a code. */
    public int count(int limit) {
        int count = 0;
        for (short symbol : symbols) {
            count += symbol < limit ? 1 : 0;
        }
        return count;
    }

    /** The largest symbol below {@code limit} that has a code; 0 if there is none. */
    public int largest(int limit) {
        int largest = 0;
        for (short symbol : symbols) {
            largest = symbol < limit ? Math.max(largest, symbol) : largest;
        }
        return largest;
    }

    /** Reads a symbol. */
    public int next(Vp8lBitReader bits) throws ImageException {
        if (symbols.length == 1) {
            return symbols[0];
        }
        if (fast.length > 0) {
            int entry = fast[bits.peek(FAST)];
            if (entry != 0) {
                bits.skip(entry >> 16);
                return entry & 0xFFFF;
            }
        } else if (++uses > 1 << FAST) {
            prepare();
        }
        return slow(bits);
    }

    private int slow(Vp8lBitReader bits) throws ImageException {
        int window = bits.peek(LONGEST);
        int code = 0;
        int first = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            code |= window >> length - 1 & 1;
            if (code - first < counts[length]) {
                bits.skip(length);
                return symbols[index + code - first];
            }
            index += counts[length];
            first = first + counts[length] << 1;
            code <<= 1;
        }
        throw invalidCode();
    }

    private void prepare() {
        fast = new int[1 << FAST];
        int code = 0;
        int index = 0;
        for (int length = 1; length <= FAST; length++, code <<= 1) {
            for (int i = 0; i < counts[length]; i++, code++) {
                int entry = symbols[index++] | length << 16;
                int low = Integer.reverse(code) >>> 32 - length;
                for (int at = low; at < fast.length; at += 1 << length) {
                    fast[at] = entry;
                }
            }
        }
    }

    private static Vp8lPrefixCode few(Vp8lBitReader bits, int alphabet) throws ImageException {
        int count = 1 + bits.read(1);
        int first = bits.flag() ? bits.read(8) : bits.read(1);
        int second = count == 2 ? bits.read(8) : first;
        if (first >= alphabet || second >= alphabet) {
            throw invalidCode();
        }
        return first == second
                ? new Vp8lPrefixCode((short) first)
                : new Vp8lPrefixCode((short) Math.min(first, second), (short) Math.max(first, second));
    }

    private static byte[] many(Vp8lBitReader bits, int alphabet) throws ImageException {
        byte[] ofLengths = new byte[ORDER.length];
        int given = 4 + bits.read(4);
        for (int i = 0; i < given; i++) {
            ofLengths[ORDER[i]] = (byte) bits.read(3);
        }
        Vp8lPrefixCode code = new Vp8lPrefixCode(ofLengths);
        int left = bits.flag() ? 2 + bits.read(2 + 2 * bits.read(3)) : alphabet;
        if (left > alphabet) {
            throw invalidCode();
        }
        byte[] lengths = new byte[alphabet];
        byte previous = 8;
        for (int symbol = 0; symbol < alphabet && left > 0; left--) {
            int next = code.next(bits);
            if (next < REPEAT_PREVIOUS) {
                previous = next == 0 ? previous : (byte) next;
                lengths[symbol++] = (byte) next;
                continue;
            }
            int times = switch (next) {
                case REPEAT_PREVIOUS -> 3 + bits.read(2);
                case REPEAT_ZERO -> 3 + bits.read(3);
                default -> 11 + bits.read(7);
            };
            if (symbol + times > alphabet) {
                throw invalidCode();
            }
            for (int i = 0; i < times; i++) {
                lengths[symbol++] = next == REPEAT_PREVIOUS ? previous : 0;
            }
        }
        return lengths;
    }

    private static ImageException invalidCode() {
        return ImageException.malformed("this WebP's lossless picture has an invalid prefix code");
    }
}
