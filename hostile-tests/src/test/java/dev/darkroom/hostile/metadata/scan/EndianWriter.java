package dev.darkroom.hostile.metadata.scan;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Collects bytes, with numbers in one byte order. */
public final class EndianWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteOrder order;

    public EndianWriter(ByteOrder order) {
        this.order = order;
    }

    public static EndianWriter big() {
        return new EndianWriter(ByteOrder.BIG_ENDIAN);
    }

    public static EndianWriter little() {
        return new EndianWriter(ByteOrder.LITTLE_ENDIAN);
    }

    public EndianWriter u8(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    public EndianWriter u16(int value) {
        return order == ByteOrder.BIG_ENDIAN ? u8(value >> 8, value) : u8(value, value >> 8);
    }

    public EndianWriter u32(long value) {
        int high = (int) (value >> 16);
        int low = (int) value;
        return order == ByteOrder.BIG_ENDIAN ? u16(high).u16(low) : u16(low).u16(high);
    }

    /** Writes text in Latin-1. */
    public EndianWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public EndianWriter bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public EndianWriter bytes(byte[] bytes, int from, int to) {
        out.write(bytes, from, to - from);
        return this;
    }

    public int length() {
        return out.size();
    }

    public byte[] toArray() {
        return out.toByteArray();
    }
}
