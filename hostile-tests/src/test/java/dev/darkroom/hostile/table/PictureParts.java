package dev.darkroom.hostile.table;

import dev.darkroom.core.Format;
import dev.darkroom.hostile.file.ByteWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Divides a picture file into parts, without the parsers of the library. Only for files that the library wrote. */
final class PictureParts {
    private static final Set<String> PIXELS = Set.of("IDAT", "fdAT", "PLTE", "tRNS", "VP8 ", "VP8L", "ALPH");

    private PictureParts() {}

    /** The file without its coded pixels: image data and colour tables, scans, blocks of codes, bitstreams. */
    static byte[] withoutPixels(Format format, byte[] file) {
        return switch (format) {
            case PNG -> png(file);
            case JPEG -> jpeg(file);
            case GIF -> gif(file);
            case WEBP -> webp(file);
            default -> file;
        };
    }

    private static byte[] png(byte[] file) {
        ByteWriter rest = new ByteWriter().bytes(file, 0, 8);
        for (int at = 8; at < file.length; ) {
            int end = at + 12 + ByteBuffer.wrap(file).getInt(at);
            if (!PIXELS.contains(type(file, at + 4))) {
                rest.bytes(file, at, end);
            }
            at = end;
        }
        return rest.toBytes();
    }

    private static byte[] webp(byte[] file) {
        ByteWriter rest = new ByteWriter().bytes(file, 0, 12);
        ByteBuffer numbers = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 12; at < file.length; ) {
            int length = numbers.getInt(at + 4);
            int end = at + 8 + length + (length & 1);
            // a frame has a header and its own chunks
            int inside = type(file, at).equals("ANMF") ? at + 24 : end;
            if (!PIXELS.contains(type(file, at))) {
                rest.bytes(file, at, inside);
            }
            at = inside;
        }
        return rest.toBytes();
    }

    private static byte[] jpeg(byte[] file) {
        ByteWriter rest = new ByteWriter().bytes(file, 0, 2);
        for (int at = 2; at + 4 <= file.length; ) {
            int end = at + 2 + ByteBuffer.wrap(file).getChar(at + 2);
            rest.bytes(file, at, end);
            at = (file[at + 1] & 0xFF) == 0xDA ? FileEnd.scan(file, end) : end;
        }
        return rest.toBytes();
    }

    private static byte[] gif(byte[] file) {
        int start = 13 + FileEnd.table(file[10]);
        ByteWriter rest = new ByteWriter().bytes(file, 0, start);
        for (int at = start; at < file.length && file[at] != 0x3B; ) {
            boolean image = file[at] == 0x2C;
            int data = image ? at + 11 + FileEnd.table(file[at + 9]) : at + 2;
            int end = FileEnd.afterBlocks(file, data);
            rest.bytes(file, at, image ? data : end);
            at = end;
        }
        return rest.toBytes();
    }

    private static String type(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }
}
