package dev.darkroom.core.header.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.header.ByteArrayBuilder;
import dev.darkroom.core.header.exif.Tiffs;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Builds parts of PNG files. They contain no decodable picture. */
public final class Pngs {
    private Pngs() {}

    public static ByteArrayBuilder chunk(String type, ByteArrayBuilder data) {
        ByteArrayBuilder typed = new ByteArrayBuilder().text(type).add(data);
        CRC32 crc = new CRC32();
        crc.update(typed.array());
        return new ByteArrayBuilder().u32(data.array().length).add(typed).u32(crc.getValue());
    }

    static ByteArrayBuilder broken(String type, ByteArrayBuilder data) {
        byte[] chunk = chunk(type, data).array();
        chunk[chunk.length - 1] ^= 1;
        return new ByteArrayBuilder().add(chunk);
    }

    static ByteArrayBuilder header(long width, long height, int depth, int colorType) {
        return chunk("IHDR", new ByteArrayBuilder().u32(width).u32(height).u8(depth, colorType, 0, 0, 0));
    }

    static ByteArrayBuilder pixels() {
        return chunk("IDAT", new ByteArrayBuilder().zeros(20));
    }

    static ByteArrayBuilder frameControl() {
        return chunk("fcTL", new ByteArrayBuilder().zeros(26));
    }

    static ByteArrayBuilder animation(long frames) {
        return chunk("acTL", new ByteArrayBuilder().u32(frames).u32(0));
    }

    static ByteArrayBuilder gamma(long value) {
        return chunk("gAMA", new ByteArrayBuilder().u32(value));
    }

    static ByteArrayBuilder chromaticities(long... values) {
        ByteArrayBuilder data = new ByteArrayBuilder();
        for (long value : values) {
            data.u32(value);
        }
        return chunk("cHRM", data);
    }

    static ByteArrayBuilder profile(byte[] profile) {
        return chunk("iCCP", new ByteArrayBuilder().text("a name\0\0").add(deflate(profile)));
    }

    /** Returns {@code length} bytes that start with the stated length, as a profile does. The other bytes are zero. */
    static byte[] statedLength(int stated, int length) {
        return new ByteArrayBuilder().u32(stated).zeros(length - 4).array();
    }

    static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    /** Signature, the given chunks, IEND. */
    static Bytes file(ByteArrayBuilder... chunks) {
        ByteArrayBuilder file =
                new ByteArrayBuilder().u8(0x89).add("PNG\r\n\u001A\n".getBytes(StandardCharsets.ISO_8859_1));
        for (ByteArrayBuilder chunk : chunks) {
            file.add(chunk);
        }
        return file.add(chunk("IEND", new ByteArrayBuilder())).bytes();
    }

    /** An RGB picture with these chunks before its pixels. */
    public static Bytes rgb(ByteArrayBuilder... chunks) {
        ByteArrayBuilder before = new ByteArrayBuilder();
        for (ByteArrayBuilder chunk : chunks) {
            before.add(chunk);
        }
        return file(header(4, 3, 8, 2), before, pixels());
    }

    /** A file with every element that a header can have. */
    public static Bytes rich() {
        return file(
                header(40, 30, 8, 3),
                animation(2),
                chunk("cICP", new ByteArrayBuilder().u8(9, 16, 0, 1)),
                profile(statedLength(300, 300)),
                chunk("sRGB", new ByteArrayBuilder().u8(0)),
                gamma(100_000),
                chromaticities(31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000),
                chunk("PLTE", new ByteArrayBuilder().zeros(6)),
                chunk("tRNS", new ByteArrayBuilder().u8(0)),
                frameControl(),
                pixels(),
                frameControl(),
                chunk("fdAT", new ByteArrayBuilder().zeros(8)),
                chunk("eXIf", Tiffs.withOrientation(6, false)));
    }
}
