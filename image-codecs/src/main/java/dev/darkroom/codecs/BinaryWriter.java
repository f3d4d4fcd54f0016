package dev.darkroom.codecs;

import dev.darkroom.core.Bytes;
import java.util.Arrays;

/** A growing byte array for an output file. Numbers are big-endian unless the method name ends in {@code le} (little-endian). */
public final class BinaryWriter {
    private byte[] array;
    private int length;

    /** @param expected initial capacity in bytes; the array grows if more are written */
    public BinaryWriter(int expected) {
        array = new byte[expected];
    }

    public BinaryWriter u8(int value) {
        reserve(1);
        array[length++] = (byte) value;
        return this;
    }

    public BinaryWriter u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    public BinaryWriter u32(int value) {
        return u16(value >>> 16).u16(value);
    }

    public BinaryWriter u16le(int value) {
        return u8(value).u8(value >>> 8);
    }

    public BinaryWriter u32le(int value) {
        return u16le(value).u16le(value >>> 16);
    }

    /** Writes one byte for each character. All characters must be Latin-1. */
    public BinaryWriter latin1(String text) {
        for (int i = 0; i < text.length(); i++) {
            u8(text.charAt(i));
        }
        return this;
    }

    public BinaryWriter bytes(Bytes more) {
        return bytes(more, 0, more.length());
    }

    /** Writes the bytes of {@code source} from {@code start} (inclusive) to {@code end} (exclusive). */
    public BinaryWriter bytes(Bytes source, int start, int end) {
        int count = end - start;
        reserve(count);
        source.copyTo(start, array, length, count);
        length += count;
        return this;
    }

    /** Overwrites four bytes that were written before, little-endian. */
    public void setU32le(int position, int value) {
        for (int i = 0; i < 4; i++) {
            array[position + i] = (byte) (value >>> 8 * i);
        }
    }

    /** Overwrites one byte that was written before. */
    public void setU8(int position, int value) {
        array[position] = (byte) value;
    }

    public int length() {
        return length;
    }

    /** Returns the output without a copy. The caller must not write afterwards. */
    public Bytes toBytes() {
        return Bytes.wrap(array, length);
    }

    private void reserve(int count) {
        int needed = Math.addExact(length, count);
        if (needed > array.length) {
            array = Arrays.copyOf(array, (int) Math.max(needed, Math.min(2L * array.length, Integer.MAX_VALUE - 8L)));
        }
    }
}
