package dev.darkroom.codecs.rewrite;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Builds fixture bytes, without any of the code under test. */
final class Raw {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static Raw of(byte[]... parts) {
        Raw raw = new Raw();
        for (byte[] part : parts) {
            raw.bytes(part);
        }
        return raw;
    }

    Raw bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** UTF-8, which for a fixture's ASCII is one byte a character. */
    Raw text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Raw u8(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    Raw u16(int value) {
        return u8(value >>> 8 & 0xFF, value & 0xFF);
    }

    Raw u32(int value) {
        return u16(value >>> 16).u16(value);
    }

    Raw u32le(int value) {
        return u8(value & 0xFF, value >>> 8 & 0xFF, value >>> 16 & 0xFF, value >>> 24);
    }

    int length() {
        return out.size();
    }

    byte[] toArray() {
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] slice(byte[] bytes, int start, int end) {
        return java.util.Arrays.copyOfRange(bytes, start, end);
    }

    /** A JPEG marker segment. */
    static byte[] segment(int marker, byte[] data) {
        return new Raw().u8(0xFF, marker).u16(data.length + 2).bytes(data).toArray();
    }

    /** A PNG chunk. */
    static byte[] chunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(ascii(type));
        crc.update(data);
        return new Raw()
                .u32(data.length)
                .text(type)
                .bytes(data)
                .u32((int) crc.getValue())
                .toArray();
    }

    /** A RIFF chunk, padded to an even length. */
    static byte[] riff(String type, byte[] data) {
        Raw raw = new Raw().text(type).u32le(data.length).bytes(data);
        return data.length % 2 == 0 ? raw.toArray() : raw.u8(0).toArray();
    }

    /** A GIF extension with its data in sub-blocks. */
    static byte[] extension(int label, byte[]... subBlocks) {
        Raw raw = new Raw().u8(0x21, label);
        for (byte[] block : subBlocks) {
            raw.u8(block.length).bytes(block);
        }
        return raw.u8(0).toArray();
    }
}
