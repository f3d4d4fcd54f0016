package dev.darkroom.codecs.deflate;

import java.util.Arrays;

/**
 * Compresses bytes with deflate (RFC 1951), in a window of 32 KiB. A match is taken only if it costs fewer bits than literals, by the codes
 * of the block before. A block in which literals alone are shorter, such as one of a noisy photograph, is written without matches, and so
 * are some blocks after it, untried. Not thread-safe.
 */
public final class DeflateEncoder {
    private static final int BLOCK_TOKENS = 24 * 1024;
    /** Bytes of a block for which literals are tried. More bytes are shorter with their matches. */
    private static final int MOST_LITERALS = BLOCK_TOKENS * 5 / 3;
    /** Bytes behind the data that may be read. */
    private static final int SLACK = 8;
    /** History that is kept: the window, and the bytes of an open block. */
    private static final int KEPT = DeflateTables.WINDOW + 16 * 1024;

    private static final int BUFFER = 128 * 1024;
    /** Bits that a match has to save. */
    private static final int MARGIN = BitCosts.UNIT;
    /** Blocks that are written without matches after one in which matches did not pay. */
    private static final int UNTRIED = 7;
    /** A match of this length is taken whatever it costs. */
    private static final int SURELY_SHORTER = 16;
    /** Space for tokens that are added at once. */
    private static final int ROOM = 16;

    private static final int MIN_HASH_BITS = 8;
    private static final int MAX_HASH_BITS = 15;
    /** Bytes of the small tables. */
    private static final int FIXED_BYTES = 16 * 1024;
    /** Positions are counted anew before they overflow. */
    private static final int MAX_POSITION = 1 << 30;

    /**
     * How much work is done for fewer bytes.
     *
     * @param depth number of earlier positions that are tried for a match
     * @param nice length of a match that is taken without looking for a longer one
     * @param lazy whether the next position is tried before a match is taken
     */
    public record Settings(int depth, int nice, boolean lazy) {
        public static final Settings FAST = new Settings(1, 32, true);
        public static final Settings STANDARD = new Settings(8, 128, true);
        public static final Settings SMALLEST = new Settings(96, 258, true);
    }

    private final Settings settings;
    private final int capacity;
    private final byte[] buffer;
    private final MatchFinder matches;
    private final Block block;
    private final DeflateBlockWriter writer;
    private final BitCosts costs = new BitCosts();
    private int end;
    private int next;
    /** Index of the first byte of the block; negative if it is not in the buffer any more. */
    private int blockStart;

    private int untried;
    private int misses;

    /**
     * @param length number of bytes that will be written at most; fewer bytes need less memory
     */
    public DeflateEncoder(Settings settings, long length, DeflateOutput output) {
        this.settings = settings;
        this.capacity = capacity(length);
        this.buffer = new byte[capacity + SLACK];
        this.matches = new MatchFinder(buffer, hashBits(length), settings.depth, settings.nice);
        this.block = new Block(blockTokens(length));
        this.writer = new DeflateBlockWriter(blockTokens(length), output);
    }

    /** The memory in bytes that an encoder takes. */
    public static long bytes(Settings settings, long length) {
        return capacity(length)
                + MatchFinder.bytes(hashBits(length), settings.depth)
                + 4L * blockTokens(length)
                + DeflateBlockWriter.bytes(blockTokens(length))
                + FIXED_BYTES;
    }

    /** Size of the buffer. It is never full if it has one byte more than the data. */
    private static int capacity(long length) {
        return (int) Math.min(BUFFER, length + 1);
    }

    private static int blockTokens(long length) {
        return (int) Math.min(MOST_LITERALS, length + ROOM);
    }

    private static int hashBits(long length) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(length);
        return Math.max(MIN_HASH_BITS, Math.min(MAX_HASH_BITS, bits));
    }

    /**
     * @throws IllegalStateException when more bytes are written than were announced
     */
    public void write(byte[] bytes, int from, int length) {
        int done = 0;
        while (done < length) {
            int some = Math.min(length - done, capacity - end);
            System.arraycopy(bytes, from + done, buffer, end, some);
            end += some;
            done += some;
            if (end == capacity) {
                compress(end - DeflateTables.MAX_MATCH - SLACK);
                slide();
            }
        }
    }

    public void finish() {
        Arrays.fill(buffer, end, end + SLACK, (byte) 0);
        compress(end);
        endBlock(true);
    }

    /** Forgets everything, so that other data can be compressed. */
    public void reset() {
        next = 0;
        end = 0;
        blockStart = 0;
        untried = 0;
        misses = 0;
        matches.clear();
        block.clear();
        writer.reset();
        costs.reset();
    }

    private void slide() {
        if (capacity < BUFFER) {
            throw new IllegalStateException("more bytes were written than were announced: " + capacity);
        }
        int dropped = next - KEPT;
        System.arraycopy(buffer, dropped, buffer, 0, end - dropped);
        end -= dropped;
        next -= dropped;
        blockStart = Math.max(-1, blockStart - dropped);
        if (matches.base > MAX_POSITION) {
            matches.clear();
        } else {
            matches.base += dropped;
        }
    }

    /** Turns the bytes up to {@code limit} into tokens. A match may end behind the limit. */
    private void compress(int limit) {
        while (next < limit) {
            if (block.count == 0 && untried > 0) {
                untried--;
                int to = Math.min(limit, next + BLOCK_TOKENS);
                block.setLiterals(buffer, next, to);
                next = to;
            } else {
                addTokens(limit, Math.min(limit, end - SLACK));
            }
            if (block.count > BLOCK_TOKENS - ROOM) {
                endBlock(false);
            }
        }
    }

    /**
     * Adds tokens until the limit is reached or the block is full.
     *
     * @param last index of the first byte without a match, because too few bytes follow it
     */
    private void addTokens(int limit, int last) {
        while (next < limit && block.count <= BLOCK_TOKENS - ROOM) {
            if (next >= last) {
                literal();
                continue;
            }
            int length = matches.find(next, 0, Math.min(DeflateTables.MAX_MATCH, end - next));
            int distance = matches.distance;
            matches.insert(next);
            if (length == 0 || !pays(next, length, distance)) {
                literals(last);
                continue;
            }
            while (settings.lazy && length < settings.nice && next + 1 < last && block.count < BLOCK_TOKENS - 2) {
                int longer = matches.find(next + 1, length, Math.min(DeflateTables.MAX_MATCH, end - next - 1));
                if (longer <= length) {
                    break;
                }
                literal();
                matches.insert(next);
                length = longer;
                distance = matches.distance;
            }
            match(length, distance, last);
        }
    }

    private void literal() {
        int value = buffer[next++] & 0xFF;
        block.tokens[block.count++] = value;
        block.literals[value]++;
    }

    /** Writes a literal, or several after many positions without a match. */
    private void literals(int last) {
        int step = Math.min(1 + Math.min(misses++ >> 6, 7), last - next);
        for (int i = 0; i < step; i++) {
            literal();
        }
    }

    private void match(int length, int distance, int last) {
        block.tokens[block.count++] = distance << Block.LENGTH_BITS | length;
        block.literals[DeflateTables.FIRST_LENGTH + DeflateTables.LENGTH_SYMBOL[length]]++;
        block.distances[DeflateTables.distanceSymbol(distance)]++;
        misses = 0;
        int to = Math.min(next + length, last);
        if (length <= 32 || settings.depth > 1) {
            for (int i = next + 1; i < to; i++) {
                matches.insert(i);
            }
        } else {
            for (int i = next + 1; i < next + 9 && i < to; i++) {
                matches.insert(i);
            }
            for (int i = next + length - 8; i < to; i++) {
                matches.insert(i);
            }
        }
        next += length;
    }

    /** Whether a match costs fewer bits than its bytes as literals. */
    private boolean pays(int at, int length, int distance) {
        if (length >= SURELY_SHORTER) {
            return true;
        }
        int match = costs.lengths[length] + costs.distances[DeflateTables.distanceSymbol(distance)] + MARGIN;
        int literals = 0;
        for (int i = 0; i < length; i++) {
            literals += costs.literals[buffer[at + i] & 0xFF];
        }
        return match < literals;
    }

    private void endBlock(boolean last) {
        if (literalsAreShorter()) {
            block.setLiterals(buffer, blockStart, next);
            untried = UNTRIED;
        }
        writeBlock(last);
    }

    private void writeBlock(boolean last) {
        costs.learn(block, buffer, blockStart, next);
        writer.write(block, last);
        block.clear();
        blockStart = next;
    }

    private boolean literalsAreShorter() {
        int bytes = next - blockStart;
        if (blockStart < 0 || bytes > MOST_LITERALS) {
            return false;
        }
        if (bytes == block.count) {
            return bytes > BLOCK_TOKENS / 2;
        }
        int[] frequencies = new int[DeflateTables.BYTES];
        for (int i = blockStart; i < next; i++) {
            frequencies[buffer[i] & 0xFF]++;
        }
        return Block.entropy(frequencies) <= block.bits();
    }
}
