package dev.darkroom.hostile.metadata.scan;

import dev.darkroom.hostile.metadata.scan.MetadataFinding.Kind;
import dev.darkroom.hostile.metadata.scan.PictureMetadataScanner.Findings;

/** Scans a GIF (GIF89a, sections 17 to 27; XMP part 3, 1.1.2). */
final class GifMetadataScanner {
    private static final int XMP_TRAILER = 258;

    private GifMetadataScanner() {}

    static void scan(FileSlice file, Findings traces) {
        int at = 13 + colors(file.u8(10));
        while (at < file.length() && file.u8(at) != 0x3B) {
            if (file.u8(at) == 0x2C) {
                at = end(file, at + 10 + colors(file.u8(at + 9)) + 1);
            } else if (file.u8(at) == 0x21) {
                int end = end(file, at + 2);
                extension(file, at, end, traces);
                at = end;
            } else {
                break;
            }
        }
        if (at + 1 != file.length()) {
            traces.add(Kind.TRAILING_DATA, file.length() - at - 1 + " bytes after the trailer");
        }
    }

    private static int colors(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    /** The offset after the sub-blocks that start at an offset. */
    private static int end(FileSlice file, int start) {
        int at = start;
        while (at < file.length() && file.u8(at) != 0) {
            at += 1 + file.u8(at);
        }
        return at + 1;
    }

    private static void extension(FileSlice file, int at, int end, Findings traces) {
        switch (file.u8(at + 1)) {
            case 0xF9 -> {
                if (end - at != 8) {
                    traces.add(Kind.TRAILING_DATA, "a graphic control of " + (end - at) + " bytes");
                }
            }
            case 0xFE -> traces.add(Kind.COMMENT, "a comment");
            case 0x01 -> traces.add(Kind.COMMENT, "plain text");
            case 0xFF -> application(file, at, end, traces);
            default -> traces.add(Kind.OTHER, "extension " + Integer.toHexString(file.u8(at + 1)));
        }
    }

    private static void application(FileSlice file, int at, int end, Findings traces) {
        String name = file.text(at + 3, 11);
        boolean loops = name.equals("NETSCAPE2.0") || name.equals("ANIMEXTS1.0");
        if (name.equals("XMP DataXMP")) {
            CommonMetadataScanner.xmp(
                    file.part(at + 14, end - XMP_TRAILER - at - 14).toArray(), "XMP extension", traces);
        } else if (!loops || end - at != 19) {
            traces.add(Kind.OTHER, "the application extension " + name);
        }
    }
}
