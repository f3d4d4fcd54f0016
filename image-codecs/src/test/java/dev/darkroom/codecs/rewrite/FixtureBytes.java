package dev.darkroom.codecs.rewrite;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Builds fixture bytes without code under test. */
public final class FixtureBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public static FixtureBytes of(byte[]... parts) {
        FixtureBytes raw = new FixtureBytes();
        for (byte[] part : parts) {
            raw.bytes(part);
        }
        return raw;
    }

    FixtureBytes bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** Adds text as UTF-8. For ASCII this is one byte for each character. */
    FixtureBytes text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    FixtureBytes u8(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    FixtureBytes u16(int value) {
        return u8(value >>> 8 & 0xFF, value & 0xFF);
    }

    FixtureBytes u32(int value) {
        return u16(value >>> 16).u16(value);
    }

    FixtureBytes u32le(int value) {
        return u8(value & 0xFF, value >>> 8 & 0xFF, value >>> 16 & 0xFF, value >>> 24);
    }

    int length() {
        return out.size();
    }

    public byte[] toArray() {
        return out.toByteArray();
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] slice(byte[] bytes, int start, int end) {
        return java.util.Arrays.copyOfRange(bytes, start, end);
    }

    /** A JPEG marker segment. */
    static byte[] segment(int marker, byte[] data) {
        return new FixtureBytes()
                .u8(0xFF, marker)
                .u16(data.length + 2)
                .bytes(data)
                .toArray();
    }

    /** A PNG chunk. */
    public static byte[] chunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(ascii(type));
        crc.update(data);
        return new FixtureBytes()
                .u32(data.length)
                .text(type)
                .bytes(data)
                .u32((int) crc.getValue())
                .toArray();
    }

    /** A RIFF chunk, padded to an even length. */
    static byte[] riff(String type, byte[] data) {
        FixtureBytes raw = new FixtureBytes().text(type).u32le(data.length).bytes(data);
        return data.length % 2 == 0 ? raw.toArray() : raw.u8(0).toArray();
    }

    /** A GIF extension with its data in sub-blocks. */
    static byte[] extension(int label, byte[]... subBlocks) {
        FixtureBytes raw = new FixtureBytes().u8(0x21, label);
        for (byte[] block : subBlocks) {
            raw.u8(block.length).bytes(block);
        }
        return raw.u8(0).toArray();
    }
}
