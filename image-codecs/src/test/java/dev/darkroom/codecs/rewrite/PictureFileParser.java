package dev.darkroom.codecs.rewrite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** Parses well-formed picture files into parts, independently of the code under test, to check its output. */
final class PictureFileParser {
    /** Name of the part after the end of the picture. */
    static final String TRAILER = "trailer";

    /**
     * @param name marker and identifier of a JPEG segment ({@code "e1 Exif"}), type of a chunk, or kind of a GIF block
     */
    record Part(String name, byte[] data) {}

    private final byte[] file;
    private final ByteBuffer buffer;
    private final List<Part> parts = new ArrayList<>();
    private int at;

    private PictureFileParser(byte[] file) {
        this.file = file;
        this.buffer = ByteBuffer.wrap(file);
    }

    static List<Part> of(byte[] file) {
        PictureFileParser anatomy = new PictureFileParser(file);
        switch (file[0] & 0xFF) {
            case 0xFF -> anatomy.jpeg();
            case 0x89 -> anatomy.png();
            case 'R' -> anatomy.webp();
            case 'G' -> anatomy.gif();
            default -> throw new AssertionError("not a picture");
        }
        if (anatomy.at < file.length) {
            anatomy.parts.add(new Part(TRAILER, Arrays.copyOfRange(file, anatomy.at, file.length)));
        }
        return anatomy.parts;
    }

    static List<String> names(byte[] file) {
        return of(file).stream().map(Part::name).toList();
    }

    private void jpeg() {
        at = 2;
        while (true) {
            if (u8(at) != 0xFF) {
                throw new AssertionError("no marker at byte " + at);
            }
            int marker = u8(at + 1);
            if (marker == 0xD9) {
                at += 2;
                return;
            }
            int end = at + 2 + buffer.getShort(at + 2) + (buffer.getShort(at + 2) < 0 ? 0x10000 : 0);
            byte[] data = Arrays.copyOfRange(file, at + 4, end);
            boolean application = marker >= 0xE0 && marker <= 0xEF;
            parts.add(new Part(Integer.toHexString(marker) + (application ? " " + identifier(data) : ""), data));
            at = end;
            if (marker == 0xDA) {
                while (u8(at) != 0xFF
                        || u8(at + 1) == 0
                        || u8(at + 1) >= 0xD0 && u8(at + 1) <= 0xD7
                        || u8(at + 1) == 0xFF) {
                    at++;
                }
                parts.add(new Part("scan", Arrays.copyOfRange(file, end, at)));
            }
        }
    }

    private static String identifier(byte[] data) {
        int end = 0;
        while (end < data.length && data[end] >= ' ') {
            end++;
        }
        return new String(data, 0, end, StandardCharsets.ISO_8859_1);
    }

    private void png() {
        at = 8;
        String type = "";
        while (!type.equals("IEND")) {
            int length = buffer.getInt(at);
            type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            CRC32 crc = new CRC32();
            crc.update(file, at + 4, length + 4);
            if ((int) crc.getValue() != buffer.getInt(at + 8 + length)) {
                throw new AssertionError("wrong CRC in " + type);
            }
            parts.add(new Part(type, Arrays.copyOfRange(file, at + 8, at + 8 + length)));
            at += 12 + length;
        }
    }

    private void webp() {
        buffer.order(ByteOrder.LITTLE_ENDIAN);
        int end = 8 + buffer.getInt(4);
        at = 12;
        chunks(end, "");
    }

    private void chunks(int end, String prefix) {
        while (at < end) {
            String type = new String(file, at, 4, StandardCharsets.ISO_8859_1);
            int length = buffer.getInt(at + 4);
            int next = at + 8 + length + (length & 1);
            parts.add(new Part(prefix + type, Arrays.copyOfRange(file, at + 8, at + 8 + length)));
            if (type.equals("ANMF")) {
                at += 8 + 16;
                chunks(next, "ANMF/");
            }
            at = next;
        }
    }

    private void gif() {
        at = 13 + table(u8(10));
        while (true) {
            int start = at;
            int introducer = u8(at);
            if (introducer == 0x3B) {
                at++;
                return;
            }
            String name;
            if (introducer == 0x2C) {
                name = "image";
                at += 10 + table(u8(at + 9)) + 1;
            } else if (introducer == 0x21) {
                boolean application = u8(at + 1) == 0xFF;
                name = Integer.toHexString(u8(at + 1))
                        + (application ? " " + new String(file, at + 3, 11, StandardCharsets.ISO_8859_1) : "");
                at += 2;
            } else {
                throw new AssertionError("no block at byte " + at);
            }
            while (u8(at) != 0) {
                at += 1 + u8(at);
            }
            at++;
            parts.add(new Part(name, Arrays.copyOfRange(file, start, at)));
        }
    }

    private static int table(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));
    }

    private int u8(int index) {
        return file[index] & 0xFF;
    }
}
