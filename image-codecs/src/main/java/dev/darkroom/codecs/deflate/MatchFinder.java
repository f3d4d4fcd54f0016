package dev.darkroom.codecs.deflate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Finds earlier occurrences of the next bytes with hash tables. Positions are counted from the start of the data. A position minus
 * {@link #base} is an index of the buffer.
 */
final class MatchFinder {
    static final int MIN_HASHED = 4;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MULTIPLIER = 0x9E3779B1;
    private static final int NOWHERE = -2 * DeflateTables.WINDOW;
    /** A match of three bytes that is farther away costs more than three literals. */
    private static final int MAX_SHORT_DISTANCE = 8 * 1024;

    private final byte[] buffer;
    private final int depth;
    private final int nice;
    private final int hashShift;
    private final int[] head;
    private final int[] headOfThree;
    /** By position modulo its length: the position before with the same hash. Empty if only one position is tried. */
    private final int[] previous;
    /** Position of the first byte of the buffer. */
    int base;
    /** Distance of the last match that was found. */
    int distance;

    /**
     * @param hashBits size of the hash table as an exponent of two
     * @param depth number of positions that are tried
     * @param nice length of a match that is taken without looking for a longer one
     */
    MatchFinder(byte[] buffer, int hashBits, int depth, int nice) {
        this.buffer = buffer;
        this.depth = depth;
        this.nice = nice;
        this.hashShift = Integer.SIZE - hashBits;
        this.head = new int[1 << hashBits];
        this.headOfThree = new int[1 << hashBits - 1];
        this.previous = new int[chain(hashBits, depth)];
        clear();
    }

    void clear() {
        Arrays.fill(head, NOWHERE);
        Arrays.fill(headOfThree, NOWHERE);
        Arrays.fill(previous, NOWHERE);
        base = 0;
    }

    static long bytes(int hashBits, int depth) {
        return (4L << hashBits) * 3 / 2 + 4L * chain(hashBits, depth);
    }

    /** Number of positions that are kept for chains. Less data has a smaller hash table, and needs fewer. */
    private static int chain(int hashBits, int depth) {
        return depth > 1 ? Math.min(DeflateTables.WINDOW, 1 << hashBits) : 0;
    }

    /**
     * Finds a match for the bytes at {@code at} that is longer than {@code atLeast}, sets {@link #distance}, and returns its length; 0 if
     * there is none.
     *
     * @param most longest match; at least 8 bytes from {@code at} on can be read
     */
    int find(int at, int atLeast, int most) {
        int four = (int) INTS.get(buffer, at);
        int position = base + at;
        int candidate = head[four * MULTIPLIER >>> hashShift];
        int best = Math.max(atLeast, MIN_HASHED - 1);
        int found = 0;
        for (int left = depth; left > 0 && position - candidate <= DeflateTables.WINDOW; left--) {
            int index = candidate - base;
            if ((int) INTS.get(buffer, index) == four && (best >= most || buffer[index + best] == buffer[at + best])) {
                int length = MIN_HASHED + common(index + MIN_HASHED, at + MIN_HASHED, most - MIN_HASHED);
                if (length > best) {
                    best = length;
                    found = length;
                    distance = position - candidate;
                    if (length >= nice || length >= most) {
                        return length;
                    }
                }
            }
            if (previous.length == 0) {
                break;
            }
            candidate = previous[candidate & previous.length - 1];
        }
        return found > 0 || atLeast >= DeflateTables.MIN_MATCH ? found : ofThree(four, position);
    }

    private int ofThree(int four, int position) {
        int candidate = headOfThree[(four << 8) * MULTIPLIER >>> hashShift + 1];
        if (position - candidate <= MAX_SHORT_DISTANCE && ((int) INTS.get(buffer, candidate - base) ^ four) << 8 == 0) {
            distance = position - candidate;
            return DeflateTables.MIN_MATCH;
        }
        return 0;
    }

    /** Makes the bytes at {@code at} available for matches. */
    void insert(int at) {
        int four = (int) INTS.get(buffer, at);
        int position = base + at;
        int hash = four * MULTIPLIER >>> hashShift;
        if (previous.length > 0) {
            previous[position & previous.length - 1] = head[hash];
        }
        head[hash] = position;
        headOfThree[(four << 8) * MULTIPLIER >>> hashShift + 1] = position;
    }

    private int common(int first, int second, int most) {
        int length = 0;
        while (length + Long.BYTES <= most) {
            long difference = (long) LONGS.get(buffer, first + length) ^ (long) LONGS.get(buffer, second + length);
            if (difference != 0) {
                return length + (Long.numberOfTrailingZeros(difference) >> 3);
            }
            length += Long.BYTES;
        }
        while (length < most && buffer[first + length] == buffer[second + length]) {
            length++;
        }
        return length;
    }
}
