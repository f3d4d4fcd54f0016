package dev.darkroom.codecs.deflate;

import static dev.darkroom.codecs.deflate.DeflateTables.END_OF_BLOCK;
import static dev.darkroom.codecs.deflate.DeflateTables.FIRST_LENGTH;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Writes blocks with dynamic Huffman codes (RFC 1951, 3.2.7). The codes of the last block give the costs for the next one. */
final class DeflateBlockWriter {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LONGEST = 15;
    private static final int LONGEST_OF_LENGTHS = 7;
    /** The order in which the lengths of the code length code are written. */
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private static final int REPEAT = 16;
    private static final int ZEROS = 17;
    private static final int MANY_ZEROS = 18;
    /** Tokens that are written before the bytes are passed on. */
    private static final int CHUNK = 4 * 1024;
    /** Maximum bytes of a token: a match takes up to 48 bits. */
    private static final int MAX_PER_TOKEN = 6;
    /** Maximum bytes of the code lengths, and bytes that a store of a long writes too much. */
    private static final int SLACK = 512;

    private final DeflateOutput output;
    private final byte[] out;
    private int at;
    private long bits;
    private int count;

    /**
     * @param mostTokens limit for the tokens of a block
     */
    DeflateBlockWriter(int mostTokens, DeflateOutput output) {
        this.output = output;
        this.out = new byte[bytes(mostTokens)];
        reset();
    }

    static int bytes(int mostTokens) {
        return Math.min(mostTokens, CHUNK) * MAX_PER_TOKEN + SLACK;
    }

    void reset() {
        at = 0;
        bits = 0;
        count = 0;
    }

    void write(Block block, boolean last) {
        block.literals[END_OF_BLOCK] = 1;
        byte[] literals = CodeLengths.of(block.literals, LONGEST);
        byte[] distances = CodeLengths.of(completed(block.distances), LONGEST);
        int[] literalCodes = CodeLengths.codes(literals);
        int[] distanceCodes = CodeLengths.codes(distances);
        // At most seven bits of the block before are waiting here.
        put(last ? 1 : 0, 1);
        put(2, 2);
        writeLengths(literals, distances);
        join(literalCodes, literals);
        join(distanceCodes, distances);
        for (int from = 0; from < block.count; from += CHUNK) {
            writeTokens(block.tokens, from, Math.min(block.count, from + CHUNK), literalCodes, distanceCodes);
            passOn();
        }
        put(literalCodes[END_OF_BLOCK] & 0xFFFF, literals[END_OF_BLOCK]);
        flushBits();
        if (last && count > 0) {
            out[at++] = (byte) bits;
        }
        passOn();
    }

    private void passOn() {
        output.write(out, at);
        at = 0;
    }

    /** Adds distances that do not occur until there are two: some old decoders refuse an incomplete code. */
    private static int[] completed(int[] distances) {
        int used = 0;
        for (int frequency : distances) {
            used += frequency > 0 ? 1 : 0;
        }
        for (int i = 0; used < 2; i++) {
            if (distances[i] == 0) {
                distances[i] = 1;
                used++;
            }
        }
        return distances;
    }

    /** Adds the lengths to the codes, above the lowest 16 bits. */
    private static void join(int[] codes, byte[] lengths) {
        for (int i = 0; i < codes.length; i++) {
            codes[i] |= lengths[i] << 16;
        }
    }

    private void writeTokens(int[] tokens, int from, int end, int[] literalCodes, int[] distanceCodes) {
        // The JIT keeps local variables in registers.
        byte[] out = this.out;
        int at = this.at;
        long bits = this.bits;
        int count = this.count;
        for (int i = from; i < end; i++) {
            int token = tokens[i];
            // At most 47 bits are waiting here.
            if (token <= 0xFF) {
                int code = literalCodes[token];
                bits |= (long) (code & 0xFFFF) << count;
                count += code >>> 16;
            } else {
                LONGS.set(out, at, bits);
                at += count >>> 3;
                bits = count >= Long.SIZE ? 0 : bits >>> (count & ~7);
                count &= 7;
                int length = token & Block.LENGTH_MASK;
                int distance = token >>> Block.LENGTH_BITS;
                int symbol = DeflateTables.LENGTH_SYMBOL[length];
                int code = literalCodes[FIRST_LENGTH + symbol];
                bits |= (long) (code & 0xFFFF) << count;
                count += code >>> 16;
                bits |= (long) (length - DeflateTables.LENGTH_BASE[symbol]) << count;
                count += DeflateTables.LENGTH_EXTRA[symbol];
                int far = DeflateTables.distanceSymbol(distance);
                code = distanceCodes[far];
                bits |= (long) (code & 0xFFFF) << count;
                count += code >>> 16;
                bits |= (long) (distance - DeflateTables.DISTANCE_BASE[far]) << count;
                count += DeflateTables.DISTANCE_EXTRA[far];
            }
            if (count >= 48) {
                LONGS.set(out, at, bits);
                at += count >>> 3;
                bits = count >= Long.SIZE ? 0 : bits >>> (count & ~7);
                count &= 7;
            }
        }
        this.at = at;
        this.bits = bits;
        this.count = count;
        flushBits();
    }

    /** Writes the code lengths of both codes as one run-length coded sequence. */
    private void writeLengths(byte[] literals, byte[] distances) {
        int literalCount = used(literals, FIRST_LENGTH);
        int distanceCount = used(distances, 1);
        byte[] all = Arrays.copyOf(literals, literalCount + distanceCount);
        System.arraycopy(distances, 0, all, literalCount, distanceCount);
        int[] runs = runs(all);
        int[] frequencies = new int[ORDER.length];
        for (int run : runs) {
            frequencies[run & 0xFF]++;
        }
        byte[] lengths = CodeLengths.of(frequencies, LONGEST_OF_LENGTHS);
        int[] codes = CodeLengths.codes(lengths);
        int given = ORDER.length;
        while (given > 4 && lengths[ORDER[given - 1]] == 0) {
            given--;
        }
        put(literalCount - FIRST_LENGTH, 5);
        put(distanceCount - 1, 5);
        put(given - 4, 4);
        for (int i = 0; i < given; i++) {
            put(lengths[ORDER[i]], 3);
        }
        for (int run : runs) {
            int symbol = run & 0xFF;
            put(codes[symbol], lengths[symbol]);
            put(run >> 8, symbol == REPEAT ? 2 : symbol == ZEROS ? 3 : symbol == MANY_ZEROS ? 7 : 0);
        }
    }

    private static int used(byte[] lengths, int least) {
        int used = lengths.length;
        while (used > least && lengths[used - 1] == 0) {
            used--;
        }
        return used;
    }

    /** Run-length codes the lengths. The lowest eight bits of a run are its symbol. The extra bits are above. */
    private static int[] runs(byte[] lengths) {
        int[] runs = new int[lengths.length];
        int count = 0;
        for (int i = 0; i < lengths.length; ) {
            int value = lengths[i];
            int left = 1;
            while (i + left < lengths.length && lengths[i + left] == value) {
                left++;
            }
            i += left;
            if (value != 0) {
                runs[count++] = value;
                left--;
            }
            while (left >= 3) {
                int most = value == 0 ? 138 : 6;
                int some = Math.min(most, left);
                if (value != 0) {
                    runs[count++] = REPEAT | some - 3 << 8;
                } else {
                    runs[count++] = some < 11 ? ZEROS | some - 3 << 8 : MANY_ZEROS | some - 11 << 8;
                }
                left -= some;
            }
            for (; left > 0; left--) {
                runs[count++] = value;
            }
        }
        return Arrays.copyOf(runs, count);
    }

    private void put(int value, int width) {
        bits |= (long) value << count;
        count += width;
        if (count >= 32) {
            flushBits();
        }
    }

    /** Stores all whole bytes. */
    private void flushBits() {
        LONGS.set(out, at, bits);
        at += count >>> 3;
        bits = count >= Long.SIZE ? 0 : bits >>> (count & ~7);
        count &= 7;
    }
}
