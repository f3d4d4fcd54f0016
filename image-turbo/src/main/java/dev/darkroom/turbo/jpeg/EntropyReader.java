package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.jpeg.EntropyTokens;
import dev.darkroom.core.jpeg.HuffmanTable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entropy-coded data of a baseline scan as tokens: a symbol and the extra bits that follow it. Only for files that this library's
 * encoders wrote.
 */
final class EntropyReader {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    /** Longest code, in bits, that the first lookup finds. */
    private static final int FAST = 10;

    private static final int SLOT_SHIFT = 8;
    private static final int END_OF_BLOCK = 0;
    /** Bits of the longest code and its extra bits. */
    private static final int LONGEST_TOKEN = 32;

    private final byte[] file;
    /**
     * First lookup, by slot and the next {@link #FAST} bits. Bits 0 to 7: the symbol. From bit 8: the code length. From bit 16: the length
     * of the code and its extra bits. 0 if the code is longer than {@link #FAST}.
     */
    private final int[][] fast = new int[EntropyTokens.SLOTS][];
    /** By slot and code length: the first 16-bit window that is too large for a code of this length. */
    private final int[][] ends = new int[EntropyTokens.SLOTS][];

    private final int[][] offsets = new int[EntropyTokens.SLOTS][];
    private final byte[][] symbols = new byte[EntropyTokens.SLOTS][];

    private int at;
    private long bits;
    private int count;

    EntropyReader(byte[] file, int start, @Nullable HuffmanTable[] tables) {
        this.file = file;
        this.at = start;
        for (int slot = 0; slot < tables.length; slot++) {
            HuffmanTable table = tables[slot];
            if (table != null) {
                prepare(slot, table);
            }
        }
    }

    /**
     * Reads one block.
     *
     * @param tokens receives at most 64 tokens: slot and symbol in the lowest ten bits, the extra bits above them
     * @return the index after the last token written
     */
    int block(int dc, int ac, int[] tokens, int from) {
        int next = from;
        tokens[next++] = token(dc);
        int[] lookup = fast[ac];
        int slot = ac << SLOT_SHIFT;
        // local copies of the fields: the JIT keeps them in registers
        long bits = this.bits;
        int count = this.count;
        for (int k = 1; k < 64; ) {
            if (count < LONGEST_TOKEN) {
                this.bits = bits;
                this.count = count;
                fill();
                bits = this.bits;
                count = this.count;
            }
            int entry = lookup[(int) (bits >>> (count - FAST)) & (1 << FAST) - 1];
            if (entry == 0) {
                entry = slow(ac, (int) (bits >>> (count - HuffmanTable.LONGEST_CODE)) & 0xFFFF);
            }
            count -= entry >>> 16;
            int extra = (int) (bits >>> count) & (1 << (entry & 15)) - 1;
            tokens[next++] = extra << EntropyTokens.SYMBOL_BITS | slot | entry & 0xFF;
            k += (entry & 0xFF) == END_OF_BLOCK ? 64 : (entry >> 4 & 15) + 1;
        }
        this.bits = bits;
        this.count = count;
        return next;
    }

    private int token(int slot) {
        if (count < LONGEST_TOKEN) {
            fill();
        }
        int entry = fast[slot][(int) (bits >>> (count - FAST)) & (1 << FAST) - 1];
        if (entry == 0) {
            entry = slow(slot, (int) (bits >>> (count - HuffmanTable.LONGEST_CODE)) & 0xFFFF);
        }
        count -= entry >>> 16;
        int extra = (int) (bits >>> count) & (1 << (entry & 15)) - 1;
        return extra << EntropyTokens.SYMBOL_BITS | slot << SLOT_SHIFT | entry & 0xFF;
    }

    /**
     * @param window the next 16 bits
     */
    private int slow(int slot, int window) {
        int length = FAST + 1;
        while (window >= ends[slot][length]) {
            length++;
        }
        int symbol = symbols[slot][(window >> 16 - length) + offsets[slot][length]] & 0xFF;
        return symbol | length << 8 | length + (symbol & 15) << 16;
    }

    /** Loads as many bits as fit, at least {@link #LONGEST_TOKEN}. After the end of the data it loads zeros. */
    private void fill() {
        if (at + 4 <= file.length) {
            int word = (int) INTS.get(file, at);
            if (!hasFf(word)) {
                bits = bits << 32 | word & 0xFFFFFFFFL;
                count += 32;
                at += 4;
                return;
            }
        }
        while (count <= 56) {
            int next = at < file.length ? file[at] & 0xFF : 0;
            if (next == 0xFF) {
                if (at + 1 < file.length && file[at + 1] == 0) {
                    at += 2;
                } else {
                    next = 0;
                }
            } else {
                at++;
            }
            bits = bits << 8 | next;
            count += 8;
        }
    }

    private static boolean hasFf(int word) {
        int inverted = ~word;
        return (inverted - 0x01010101 & ~inverted & 0x80808080) != 0;
    }

    private void prepare(int slot, HuffmanTable table) {
        int[] lookup = new int[1 << FAST];
        int[] end = new int[HuffmanTable.LONGEST_CODE + 2];
        int[] offset = new int[HuffmanTable.LONGEST_CODE + 1];
        int[] index = {0};
        table.forEach((symbol, code, length) -> {
            if (length <= FAST) {
                int entry = symbol | length << 8 | length + (symbol & 15) << 16;
                int first = code << FAST - length;
                Arrays.fill(lookup, first, first + (1 << FAST - length), entry);
            }
            end[length] = code + 1 << 16 - length;
            offset[length] = index[0]++ - code;
        });
        end[HuffmanTable.LONGEST_CODE + 1] = Integer.MAX_VALUE;
        symbols[slot] = table.symbols();
        fast[slot] = lookup;
        ends[slot] = end;
        offsets[slot] = offset;
    }
}
