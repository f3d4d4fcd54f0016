package dev.darkroom.hostile.metadata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Bytes written one after the other, numbers in one byte order. */
final class Raw {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteOrder order;

    Raw(ByteOrder order) {
        this.order = order;
    }

    static Raw big() {
        return new Raw(ByteOrder.BIG_ENDIAN);
    }

    static Raw little() {
        return new Raw(ByteOrder.LITTLE_ENDIAN);
    }

    Raw u8(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    Raw u16(int value) {
        return order == ByteOrder.BIG_ENDIAN ? u8(value >> 8, value) : u8(value, value >> 8);
    }

    Raw u32(long value) {
        int high = (int) (value >> 16);
        int low = (int) value;
        return order == ByteOrder.BIG_ENDIAN ? u16(high).u16(low) : u16(low).u16(high);
    }

    /** Latin-1. */
    Raw text(String text) {
        return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Raw bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Raw bytes(byte[] bytes, int from, int to) {
        out.write(bytes, from, to - from);
        return this;
    }

    int length() {
        return out.size();
    }

    byte[] toArray() {
        return out.toByteArray();
    }
}
