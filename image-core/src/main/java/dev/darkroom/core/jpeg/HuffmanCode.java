package dev.darkroom.core.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import java.util.Arrays;
import java.util.BitSet;

/** A Huffman table of an upload (ITU-T T.81, annexes C and F.2.2.3). It records which of its codes were read. */
public final class HuffmanCode {
    private static final int LONGEST = HuffmanTable.LONGEST_CODE;
    /** Maximum length in bits of codes that are found with one table lookup. */
    private static final int FAST_BITS = 9;

    private static final int MOST_SYMBOLS = 256;

    private final HuffmanTable table;
    /**
     * Lookup table by the next bits: symbol, code length from bit 8, position in the table from bit 16; 0 if the code is longer. Created
     * when the first code is read.
     */
    private int[] fast = new int[0];
    /** By code length, the difference between a code and its position. */
    private final int[] offsets = new int[LONGEST + 1];

    /** By code length, the first code that is too large. */
    private final int[] ends = new int[LONGEST + 1];

    private boolean[] read = new boolean[0];

    private HuffmanCode(HuffmanTable table) throws ImageException {
        this.table = table;
        int code = 0;
        int position = 0;
        for (int length = 1; length <= LONGEST; length++, code <<= 1) {
            offsets[length] = code - position;
            code += table.lengths()[length];
            position += table.lengths()[length];
            ends[length] = code;
            if (code > 1 << length) {
                throw ImageException.malformed("this JPEG has a Huffman table with too many codes for their lengths");
            }
        }
    }

    private void prepare() {
        fast = new int[1 << FAST_BITS];
        read = new boolean[MOST_SYMBOLS];
        int position = 0;
        for (int length = 1; length <= FAST_BITS; length++) {
            for (int i = 0; i < table.lengths()[length]; i++, position++) {
                int entry = table.symbols()[position] & 0xFF | length << 8 | position << 16;
                int first = position + offsets[length] << FAST_BITS - length;
                Arrays.fill(fast, first, first + (1 << FAST_BITS - length), entry);
            }
        }
    }

    /**
     * Reads a table of a DHT segment, starting with its 16 counts.
     *
     * @param end offset of the end of the segment
     */
    public static HuffmanCode read(Bytes file, int at, int end) throws ImageException {
        int[] lengths = new int[LONGEST + 1];
        int count = 0;
        for (int length = 1; length <= LONGEST && at + LONGEST <= end; length++) {
            lengths[length] = file.u8(at + length - 1);
            count += lengths[length];
        }
        if (at + LONGEST + count > end || count > MOST_SYMBOLS) {
            throw ImageException.malformed("this JPEG has a Huffman table that is cut off, at byte " + at);
        }
        return new HuffmanCode(
                new HuffmanTable(lengths, file.slice(at + LONGEST, count).toArray()));
    }

    static HuffmanCode of(HuffmanTable table) {
        try {
            return new HuffmanCode(table);
        } catch (ImageException e) {
            throw new IllegalArgumentException("not a Huffman table", e);
        }
    }

    /** Length in a DHT segment in bytes, without class and destination. */
    public int bytes() {
        return table.bytes();
    }

    /**
     * A copy of the table that keeps the codes that were read and hides the symbols of all others. Unread codes at the end are removed.
     * Other unread codes get the lowest free symbols. A standard table (T.81, K.3) stays unchanged.
     *
     * @param highest highest symbol that is valid in a table of this class
     */
    public HuffmanTable withoutUnread(int highest) {
        if (StandardHuffman.has(table)) {
            return table;
        }
        int last = read.length == 0 ? 0 : table.symbols().length;
        while (last > 0 && !read[last - 1]) {
            last--;
        }
        BitSet taken = new BitSet();
        for (int i = 0; i < last; i++) {
            if (read[i]) {
                taken.set(table.symbols()[i] & 0xFF);
            }
        }
        byte[] symbols = Arrays.copyOf(table.symbols(), last);
        int free = -1;
        for (int i = 0; i < last; i++) {
            if (!read[i]) {
                free = taken.nextClearBit(free + 1);
                symbols[i] = (byte) (free > highest ? 0 : free);
            }
        }
        return new HuffmanTable(shortened(last), symbols);
    }

    private int[] shortened(int symbols) {
        int[] lengths = new int[LONGEST + 1];
        int left = symbols;
        for (int length = 1; length <= LONGEST; length++) {
            lengths[length] = Math.min(left, table.lengths()[length]);
            left -= lengths[length];
        }
        return lengths;
    }

    /**
     * Finds the code at the start of these 16 bits. The result is its symbol, with its length from bit 8.
     *
     * @throws ImageException malformed when there is no such code
     */
    int find(int window) throws ImageException {
        if (fast.length == 0) {
            prepare();
        }
        int entry = fast[window >> LONGEST - FAST_BITS];
        if (entry == 0) {
            entry = slow(window);
        }
        read[entry >> 16] = true;
        return entry & 0xFFFF;
    }

    private int slow(int window) throws ImageException {
        for (int length = FAST_BITS + 1; length <= LONGEST; length++) {
            int code = window >> LONGEST - length;
            int position = code - offsets[length];
            if (code < ends[length] && position >= 0) {
                return table.symbols()[position] & 0xFF | length << 8 | position << 16;
            }
        }
        throw ImageException.malformed(
                "this JPEG is damaged: its coded data has a Huffman code that its table does not have");
    }
}
