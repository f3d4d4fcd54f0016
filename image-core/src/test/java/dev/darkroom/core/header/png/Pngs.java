package dev.darkroom.core.header.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.header.Bin;
import dev.darkroom.core.header.exif.Tiffs;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Pieces of PNG files; no picture can be decoded from them. */
public final class Pngs {
    private Pngs() {}

    public static Bin chunk(String type, Bin data) {
        Bin typed = new Bin().text(type).add(data);
        CRC32 crc = new CRC32();
        crc.update(typed.array());
        return new Bin().u32(data.array().length).add(typed).u32(crc.getValue());
    }

    static Bin broken(String type, Bin data) {
        byte[] chunk = chunk(type, data).array();
        chunk[chunk.length - 1] ^= 1;
        return new Bin().add(chunk);
    }

    static Bin header(long width, long height, int depth, int colorType) {
        return chunk("IHDR", new Bin().u32(width).u32(height).u8(depth, colorType, 0, 0, 0));
    }

    static Bin pixels() {
        return chunk("IDAT", new Bin().zeros(20));
    }

    static Bin frameControl() {
        return chunk("fcTL", new Bin().zeros(26));
    }

    static Bin animation(long frames) {
        return chunk("acTL", new Bin().u32(frames).u32(0));
    }

    static Bin gamma(long value) {
        return chunk("gAMA", new Bin().u32(value));
    }

    static Bin chromaticities(long... values) {
        Bin data = new Bin();
        for (long value : values) {
            data.u32(value);
        }
        return chunk("cHRM", data);
    }

    static Bin profile(byte[] profile) {
        return chunk("iCCP", new Bin().text("a name\0\0").add(deflate(profile)));
    }

    /** {@code length} bytes that start with their own number, as a profile does; the rest is zero. */
    static byte[] statedLength(int stated, int length) {
        return new Bin().u32(stated).zeros(length - 4).array();
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
    static Bytes file(Bin... chunks) {
        Bin file = new Bin().u8(0x89).add("PNG\r\n\u001A\n".getBytes(StandardCharsets.ISO_8859_1));
        for (Bin chunk : chunks) {
            file.add(chunk);
        }
        return file.add(chunk("IEND", new Bin())).bytes();
    }

    /** An RGB picture with these chunks before its pixels. */
    public static Bytes rgb(Bin... chunks) {
        Bin before = new Bin();
        for (Bin chunk : chunks) {
            before.add(chunk);
        }
        return file(header(4, 3, 8, 2), before, pixels());
    }

    /** Everything that a header can have. */
    public static Bytes rich() {
        return file(
                header(40, 30, 8, 3),
                animation(2),
                chunk("cICP", new Bin().u8(9, 16, 0, 1)),
                profile(statedLength(300, 300)),
                chunk("sRGB", new Bin().u8(0)),
                gamma(100_000),
                chromaticities(31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000),
                chunk("PLTE", new Bin().zeros(6)),
                chunk("tRNS", new Bin().u8(0)),
                frameControl(),
                pixels(),
                frameControl(),
                chunk("fdAT", new Bin().zeros(8)),
                chunk("eXIf", Tiffs.withOrientation(6, false)));
    }
}
