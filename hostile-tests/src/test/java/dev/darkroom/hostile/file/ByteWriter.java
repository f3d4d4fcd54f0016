package dev.darkroom.hostile.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Collects bytes. Every method returns the writer itself. */
public final class ByteWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public ByteWriter u8(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    public ByteWriter u16(int value) {
        return u8(value >> 8, value);
    }

    public ByteWriter u24(int value) {
        return u8(value >> 16).u16(value);
    }

    public ByteWriter u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    public ByteWriter u16le(int value) {
        return u8(value, value >> 8);
    }

    public ByteWriter u24le(int value) {
        return u16le(value).u8(value >> 16);
    }

    public ByteWriter u32le(long value) {
        return u16le((int) value).u16le((int) (value >> 16));
    }

    /** Writes text in ISO 8859-1: one byte per char. */
    public ByteWriter latin1(String text) {
        return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public ByteWriter bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public ByteWriter bytes(byte[] bytes, int from, int to) {
        out.write(bytes, from, to - from);
        return this;
    }

    public ByteWriter repeat(int times, int value) {
        for (int i = 0; i < times; i++) {
            out.write(value);
        }
        return this;
    }

    public int length() {
        return out.size();
    }

    public byte[] toBytes() {
        return out.toByteArray();
    }

    /** Concatenates the parts. */
    public static byte[] join(byte[]... parts) {
        ByteWriter joined = new ByteWriter();
        for (byte[] part : parts) {
            joined.bytes(part);
        }
        return joined.toBytes();
    }
}
