package dev.darkroom.hostile.mutation;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides files into parts, including damaged files. Data that cannot be parsed is one last part, so that all parts together are the file.
 */
public final class FilePartParser {
    private final Bytes file;
    private final List<FilePart> parts = new ArrayList<>();
    private int at;

    private FilePartParser(Bytes file) {
        this.file = file;
    }

    public static List<FilePart> of(Format format, byte[] file) {
        FilePartParser parts = new FilePartParser(Bytes.copyOf(file));
        switch (format) {
            case JPEG -> parts.jpeg();
            case PNG -> parts.png();
            case WEBP -> parts.webp();
            case GIF -> parts.gif();
            default -> parts.tags();
        }
        parts.add("", file.length);
        return parts.parts;
    }

    private void add(String name, int data, int end) {
        int stop = Math.min(end, file.length());
        if (stop > at) {
            parts.add(new FilePart(name, at, Math.min(data, stop), stop));
            at = stop;
        }
    }

    private void add(String name, int end) {
        add(name, at, end);
    }

    private boolean has(int bytes) {
        return bytes <= file.length() - at;
    }

    /** Finds the segments of a JPEG. The entropy-coded data after a segment belongs to its part. */
    private void jpeg() {
        add("", 2);
        while (has(2) && file.u8(at) == 0xFF) {
            int marker = file.u8(at + 1);
            boolean alone = marker == 0xFF || marker == 1 || marker >= 0xD0 && marker <= 0xD9;
            if (!alone && !has(4)) {
                return;
            }
            int length = marker == 0xFF ? 1 : alone ? 2 : 2 + file.u16(at + 2);
            add(Integer.toHexString(marker), at + 4, at + length);
            if (marker == 0xD9) {
                return;
            }
            if (marker == 0xDA) {
                add("scan", endOfScan());
            }
        }
    }

    private int endOfScan() {
        int end = file.indexOf(0xFF, at);
        while (end < file.length() - 1) {
            int next = file.u8(end + 1);
            if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                return end;
            }
            end = file.indexOf(0xFF, end + 1);
        }
        return file.length();
    }

    private void png() {
        add("", 8);
        while (has(12)) {
            long length = file.u32(at);
            if (length > file.length() - 12 - at) {
                return;
            }
            add(text(at + 4), at + 8, at + 12 + (int) length);
        }
    }

    private void webp() {
        add("", 12);
        while (has(8)) {
            long length = file.u32le(at + 4);
            if (length > file.length() - 8 - at) {
                return;
            }
            add(text(at), at + 8, at + 8 + (int) (length + (length & 1)));
        }
    }

    private void gif() {
        if (!has(13)) {
            return;
        }
        add("", 13 + table(file.u8(10)));
        while (has(10) && (file.u8(at) == 0x21 || file.u8(at) == 0x2C)) {
            boolean image = file.u8(at) == 0x2C;
            int blocks = image ? at + 11 + table(file.u8(at + 9)) : at + 2;
            String name = image ? "image" : "21 " + Integer.toHexString(file.u8(at + 1));
            int data = blocks;
            while (blocks < file.length() && file.u8(blocks) != 0) {
                blocks += 1 + file.u8(blocks);
            }
            add(name, data, blocks + 1);
        }
    }

    private static int table(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << 1 + (flags & 7);
    }

    /** Finds every tag of an SVG, and every text between two tags. */
    private void tags() {
        while (at < file.length()) {
            boolean tag = file.u8(at) == '<';
            int end = file.indexOf(tag ? '>' : '<', at);
            add(tag ? "tag" : "text", at + 1, tag ? end + 1 : end);
        }
    }

    private String text(int index) {
        return new String(file.slice(index, 4).toArray(), StandardCharsets.ISO_8859_1);
    }
}
