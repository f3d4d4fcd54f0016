package dev.darkroom.core.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.header.jpeg.JpegMarker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes {@link EntropyTokens} with Huffman codes, and a zero byte after every byte 0xFF (T.81, F.1.2.3). */
public final class EntropyWriter {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final byte ONES = (byte) 0xFF;
    private static final int CHUNK = 1024;
    /** Maximum number of unused bytes in the array of a finished file. */
    private static final int MAX_UNUSED = 64 * 1024;
    /** Maximum number of bytes per token: four bytes 0xFF need eight. */
    private static final int MAX_PER_TOKEN = 8;

    /** The code by slot and symbol, with its length above the lowest 16 bits. */
    private final int[] codes = new int[1 << EntropyTokens.SYMBOL_BITS];

    private byte[] out;
    private int at;
    private long bits;
    private int count;

    /**
     * Creates a writer.
     *
     * @param out target array; it may already contain data before {@code at}
     * @param at index of the first byte to write
     */
    public EntropyWriter(byte[] out, int at, @Nullable HuffmanTable[] tables) {
        this.out = out;
        this.at = at;
        for (int slot = 0; slot < tables.length; slot++) {
            int base = slot << 8;
            HuffmanTable table = tables[slot];
            if (table != null) {
                table.forEach((symbol, code, length) -> codes[base | symbol] = length << 16 | code);
            }
        }
    }

    public void write(int[] tokens, int count) {
        for (int start = 0; start < count; start += CHUNK) {
            int end = Math.min(count, start + CHUNK);
            reserve(CHUNK * MAX_PER_TOKEN);
            chunk(tokens, start, end);
        }
    }

    private void chunk(int[] tokens, int from, int to) {
        // The JIT keeps local variables in registers.
        byte[] out = this.out;
        int[] codes = this.codes;
        int at = this.at;
        long bits = this.bits;
        int count = this.count;
        for (int i = from; i < to; i++) {
            int token = tokens[i];
            int code = codes[token & (1 << EntropyTokens.SYMBOL_BITS) - 1];
            int extra = token & 15;
            bits = (bits << (code >>> 16) | code & 0xFFFF) << extra | token >>> EntropyTokens.SYMBOL_BITS;
            count += (code >>> 16) + extra;
            if (count >= 32) {
                count -= 32;
                at = put((int) (bits >>> count), out, at);
            }
        }
        this.at = at;
        this.bits = bits;
        this.count = count;
    }

    private static int put(int word, byte[] out, int start) {
        int inverted = ~word;
        if ((inverted - 0x01010101 & ~inverted & 0x80808080) == 0) {
            INTS.set(out, start, word);
            return start + 4;
        }
        int at = start;
        for (int shift = 24; shift >= 0; shift -= 8) {
            at = put((byte) (word >>> shift), out, at);
        }
        return at;
    }

    private static int put(byte value, byte[] out, int at) {
        out[at] = value;
        if (value != ONES) {
            return at + 1;
        }
        out[at + 1] = 0;
        return at + 2;
    }

    private void reserve(int bytes) {
        if (out.length - at < bytes) {
            out = Arrays.copyOf(out, at + at / 4 + bytes);
        }
    }

    /** Fills the last byte with one bits and appends EOI. */
    public Bytes finish() {
        reserve(2 * MAX_PER_TOKEN);
        int open = count & 7;
        if (open != 0) {
            bits = bits << 8 - open | 0xFF >> open;
            count += 8 - open;
        }
        while (count > 0) {
            count -= 8;
            at = put((byte) (bits >>> count), out, at);
        }
        out[at++] = ONES;
        out[at++] = (byte) JpegMarker.EOI;
        return Bytes.wrap(out.length - at > MAX_UNUSED ? Arrays.copyOf(out, at) : out, at);
    }
}
