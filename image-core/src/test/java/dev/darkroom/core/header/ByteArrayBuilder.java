package dev.darkroom.core.header;

import dev.darkroom.core.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds a byte array for fixtures. */
public final class ByteArrayBuilder {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public ByteArrayBuilder u8(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    public ByteArrayBuilder u16(int value) {
        return u8(value >> 8, value);
    }

    public ByteArrayBuilder u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    public ByteArrayBuilder u16le(int value) {
        return u8(value, value >> 8);
    }

    public ByteArrayBuilder u24le(int value) {
        return u16le(value).u8(value >> 16);
    }

    public ByteArrayBuilder u32le(long value) {
        return u16le((int) value).u16le((int) (value >> 16));
    }

    public ByteArrayBuilder text(String latin1) {
        return add(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    public ByteArrayBuilder zeros(int count) {
        return add(new byte[count]);
    }

    public ByteArrayBuilder add(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public ByteArrayBuilder add(ByteArrayBuilder other) {
        return add(other.array());
    }

    public byte[] array() {
        return out.toByteArray();
    }

    public Bytes bytes() {
        return Bytes.wrap(array());
    }
}
