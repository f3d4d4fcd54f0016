package dev.darkroom.bench.soak;

import dev.darkroom.bench.leak.LeakUploads;
import dev.darkroom.core.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Hostile uploads: some fixed files, and valid files that are damaged at a random place each time. */
final class HostileUploads {
    private static final int INFLATED = 64 << 20;

    private final List<Bytes> fixed;
    private final List<Bytes> good;
    private final Random random;

    HostileUploads(LeakUploads uploads, long seed) {
        byte[] bomb = deflated(INFLATED);
        this.random = new Random(seed);
        this.good = List.of(uploads.jpeg(), uploads.png(), uploads.webp());
        this.fixed = List.of(
                png(100_000, 100_000, chunk("IDAT", new byte[4])),
                png(16, 16, chunk("IDAT", bomb)),
                png(8000, 8000, chunk("IDAT", bomb)),
                png(16, 16, chunk("zTXt", joined("Comment\0\0", bomb)), chunk("IDAT", deflated(16 * 17))),
                png(16, 16, chunk("iCCP", joined("bomb\0\0", bomb)), chunk("IDAT", deflated(16 * 17))),
                text("GIF89a\u00FF\u00FF\u00FF\u00FF\0\0\0,\0\0\0\0\u00FF\u00FF\u00FF\u00FF\0\u0008\u0001\0;"),
                text("RIFF\u00FF\u00FF\u00FF\u007FWEBPVP8X\n\0\0\0\0\0\0\0\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF"),
                text("<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a \"&a;&a;\">]><svg>&a;</svg>"),
                text("\u00FF\u00D8\u00FF\u00E1\u00FF\u00FFExif\0\0MM\0*\0\0\0\u0008"),
                text("%PDF-1.7 with <html> and PK\u0003\u0004"),
                Bytes.empty());
    }

    Bytes next() {
        return random.nextInt(4) == 0
                ? fixed.get(random.nextInt(fixed.size()))
                : damaged(good.get(random.nextInt(good.size())));
    }

    /** A copy with flipped bits, with missing bytes at the end, or with a repeated part. */
    private Bytes damaged(Bytes whole) {
        byte[] bytes = whole.toArray();
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(3)) {
            case 0 -> {
                for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                yield Bytes.wrap(bytes);
            }
            case 1 -> whole.slice(0, at);
            default -> {
                int from = random.nextInt(bytes.length);
                ByteBuffer spliced = ByteBuffer.allocate(at + bytes.length - from);
                yield Bytes.wrap(spliced.put(bytes, 0, at)
                        .put(bytes, from, bytes.length - from)
                        .array());
            }
        };
    }

    private static Bytes png(int width, int height, byte[]... chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(latin1("\u0089PNG\r\n\u001A\n"));
        out.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 0, 0, 0, 0})
                        .array()));
        for (byte[] chunk : chunks) {
            out.writeBytes(chunk);
        }
        out.writeBytes(chunk("IEND", new byte[0]));
        return Bytes.wrap(out.toByteArray());
    }

    private static byte[] chunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(latin1(type));
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(latin1(type))
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] deflated(int zeros) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(new byte[zeros]);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] joined(String head, byte[] tail) {
        return ByteBuffer.allocate(head.length() + tail.length)
                .put(latin1(head))
                .put(tail)
                .array();
    }

    private static Bytes text(String text) {
        return Bytes.wrap(latin1(text));
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
