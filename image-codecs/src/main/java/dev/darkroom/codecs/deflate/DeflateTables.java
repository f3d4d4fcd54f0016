package dev.darkroom.codecs.deflate;

/** The lengths and distances of deflate and their symbols (RFC 1951, 3.2.5). */
final class DeflateTables {
    /** Number of literal and length symbols. */
    static final int LITERALS = 286;

    static final int DISTANCES = 30;
    static final int END_OF_BLOCK = 256;
    static final int FIRST_LENGTH = 257;
    static final int MIN_MATCH = 3;
    static final int MAX_MATCH = 258;
    static final int WINDOW = 32 * 1024;
    /** Number of literal bytes. */
    static final int BYTES = 256;

    private static final int LENGTHS = 29;
    /** Distances up to this value are found in one table, and longer ones in steps of 128. */
    private static final int SHORT_DISTANCES = 256;

    /** By length: its symbol, counted from {@link #FIRST_LENGTH}. */
    static final byte[] LENGTH_SYMBOL = new byte[MAX_MATCH + 1];

    static final int[] LENGTH_BASE = new int[LENGTHS];
    static final int[] LENGTH_EXTRA = new int[LENGTHS];
    static final int[] DISTANCE_BASE = new int[DISTANCES];
    static final int[] DISTANCE_EXTRA = new int[DISTANCES];
    private static final byte[] NEAR = new byte[SHORT_DISTANCES];
    private static final byte[] FAR = new byte[WINDOW >> 7];

    static {
        int length = MIN_MATCH;
        for (int i = 0; i < LENGTHS - 1; i++) {
            LENGTH_EXTRA[i] = i < 8 ? 0 : (i >> 2) - 1;
            LENGTH_BASE[i] = length;
            for (int k = 0; k < 1 << LENGTH_EXTRA[i] && length < MAX_MATCH; k++) {
                LENGTH_SYMBOL[length++] = (byte) i;
            }
        }
        LENGTH_BASE[LENGTHS - 1] = MAX_MATCH;
        LENGTH_SYMBOL[MAX_MATCH] = LENGTHS - 1;
        int distance = 1;
        for (int i = 0; i < DISTANCES; i++) {
            DISTANCE_EXTRA[i] = i < 4 ? 0 : (i >> 1) - 1;
            DISTANCE_BASE[i] = distance;
            for (int k = 0; k < 1 << DISTANCE_EXTRA[i]; k++, distance++) {
                if (distance <= SHORT_DISTANCES) {
                    NEAR[distance - 1] = (byte) i;
                } else {
                    FAR[distance - 1 >> 7] = (byte) i;
                }
            }
        }
    }

    private DeflateTables() {}

    /** The symbol of a distance from 1 to 32,768. */
    static int distanceSymbol(int distance) {
        return distance <= SHORT_DISTANCES ? NEAR[distance - 1] : FAR[distance - 1 >> 7];
    }
}
