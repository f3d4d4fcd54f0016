package dev.darkroom.hostile.metadata.scan;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A part of a file. Bytes outside the part read as zero. */
public record FileSlice(byte[] file, int start, int end, ByteOrder order) {
    public static FileSlice big(byte[] file) {
        return new FileSlice(file, 0, file.length, ByteOrder.BIG_ENDIAN);
    }

    static FileSlice little(byte[] file) {
        return new FileSlice(file, 0, file.length, ByteOrder.LITTLE_ENDIAN);
    }

    FileSlice in(ByteOrder other) {
        return new FileSlice(file, start, end, other);
    }

    /** The slice from an offset in this slice to its end. */
    public FileSlice from(int offset) {
        return part(offset, length() - offset);
    }

    FileSlice part(int offset, int count) {
        int from = Math.max(start, Math.min(end, start + offset));
        return new FileSlice(file, from, Math.max(from, Math.min(end, from + count)), order);
    }

    int length() {
        return end - start;
    }

    int u8(long at) {
        return at < 0 || at >= length() ? 0 : file[start + (int) at] & 0xFF;
    }

    int u16(long at) {
        return order == ByteOrder.BIG_ENDIAN ? u8(at) << 8 | u8(at + 1) : u8(at) | u8(at + 1) << 8;
    }

    long u32(long at) {
        return order == ByteOrder.BIG_ENDIAN ? (long) u16(at) << 16 | u16(at + 2) : u16(at) | (long) u16(at + 2) << 16;
    }

    /** Text in Latin-1. */
    String text(int at, int count) {
        FileSlice part = part(at, count);
        return new String(file, part.start, part.length(), StandardCharsets.ISO_8859_1);
    }

    boolean says(String text, int at) {
        return text(at, text.length()).equals(text);
    }

    byte[] toArray() {
        return java.util.Arrays.copyOfRange(file, start, end);
    }
}
