package dev.darkroom.core.header;

import dev.darkroom.core.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Grows a byte array, for fixtures. */
public final class Bin {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public Bin u8(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    public Bin u16(int value) {
        return u8(value >> 8, value);
    }

    public Bin u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    public Bin u16le(int value) {
        return u8(value, value >> 8);
    }

    public Bin u24le(int value) {
        return u16le(value).u8(value >> 16);
    }

    public Bin u32le(long value) {
        return u16le((int) value).u16le((int) (value >> 16));
    }

    public Bin text(String latin1) {
        return add(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Bin zeros(int count) {
        return add(new byte[count]);
    }

    public Bin add(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public Bin add(Bin other) {
        return add(other.array());
    }

    public byte[] array() {
        return out.toByteArray();
    }

    public Bytes bytes() {
        return Bytes.wrap(array());
    }
}
