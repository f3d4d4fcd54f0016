package dev.darkroom.codecs.rewrite;

import dev.darkroom.core.Bytes;
import java.util.Arrays;

/** Grows an output file. Numbers are big-endian unless their method says otherwise. */
final class ByteOutput {
    private byte[] array;
    private int length;

    /** @param expected bytes to make room for; more is fine */
    ByteOutput(int expected) {
        array = new byte[expected];
    }

    ByteOutput u8(int value) {
        reserve(1);
        array[length++] = (byte) value;
        return this;
    }

    ByteOutput u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    ByteOutput u32(int value) {
        return u16(value >>> 16).u16(value);
    }

    ByteOutput u16le(int value) {
        return u8(value).u8(value >>> 8);
    }

    ByteOutput u32le(int value) {
        return u16le(value).u16le(value >>> 16);
    }

    /** One byte a character, which must be Latin-1. */
    ByteOutput latin1(String text) {
        for (int i = 0; i < text.length(); i++) {
            u8(text.charAt(i));
        }
        return this;
    }

    ByteOutput bytes(Bytes more) {
        return bytes(more, 0, more.length());
    }

    /** The bytes of {@code source} from {@code start} to {@code end}. */
    ByteOutput bytes(Bytes source, int start, int end) {
        int count = end - start;
        reserve(count);
        source.copyTo(start, array, length, count);
        length += count;
        return this;
    }

    /** Overwrites four bytes written before. */
    void setU32le(int position, int value) {
        for (int i = 0; i < 4; i++) {
            array[position + i] = (byte) (value >>> 8 * i);
        }
    }

    /** Overwrites one byte written before. */
    void setU8(int position, int value) {
        array[position] = (byte) value;
    }

    int length() {
        return length;
    }

    /** Ends the output: nothing may be written after it. */
    Bytes toBytes() {
        return Bytes.wrap(array, length);
    }

    private void reserve(int count) {
        int needed = Math.addExact(length, count);
        if (needed > array.length) {
            array = Arrays.copyOf(array, (int) Math.max(needed, Math.min(2L * array.length, Integer.MAX_VALUE - 8L)));
        }
    }
}
