package dev.darkroom.hostile.metadata.scan;

import dev.darkroom.hostile.metadata.scan.MetadataFinding.Kind;
import dev.darkroom.hostile.metadata.scan.PictureMetadataScanner.Findings;
import java.nio.ByteOrder;

/** Scans a WebP (RFC 9649, section 2). */
final class WebpMetadataScanner {
    private static final int EXIF_FLAG = 0x08;
    private static final int XMP_FLAG = 0x04;
    private static final int FRAME_HEADER = 16;

    private WebpMetadataScanner() {}

    static void scan(FileSlice file, Findings traces) {
        if (file.u32(4) + 8 != file.length()) {
            traces.add(Kind.TRAILING_DATA, "RIFF of " + file.u32(4) + " bytes in a file of " + file.length());
        }
        int flags = 0;
        for (int at = 12; at < file.length(); ) {
            String type = file.text(at, 4);
            int length = (int) Math.min(file.u32(at + 4), file.length());
            FileSlice data = file.part(at + 8, length);
            if (type.equals("VP8X")) {
                flags = data.u8(0) & (EXIF_FLAG | XMP_FLAG);
            }
            flags &= ~(type.equals("EXIF") ? EXIF_FLAG : type.equals("XMP ") ? XMP_FLAG : 0);
            chunk(type, data, traces);
            if (length % 2 == 1 && file.u8(at + 8 + length) != 0) {
                traces.add(Kind.OTHER, "a padding byte that is not zero");
            }
            at += 8 + length + length % 2;
        }
        if (flags != 0) {
            traces.add(Kind.OTHER, "VP8X announces metadata that is not there");
        }
    }

    private static void chunk(String type, FileSlice data, Findings traces) {
        switch (type) {
            case "VP8X" -> lengthIs(10, type, data, traces);
            case "ANIM" -> lengthIs(6, type, data, traces);
            case "VP8 ", "VP8L", "ALPH" -> {}
            case "ICCP" -> CommonMetadataScanner.profile(data.in(ByteOrder.BIG_ENDIAN), traces);
            case "EXIF" -> TiffMetadataScanner.scan(data, traces);
            case "XMP " -> CommonMetadataScanner.xmp(data.toArray(), "XMP chunk", traces);
            case "ANMF" -> frame(data, traces);
            default -> traces.add(Kind.OTHER, "a chunk " + type);
        }
    }

    private static void frame(FileSlice data, Findings traces) {
        for (int at = FRAME_HEADER; at < data.length(); ) {
            String type = data.text(at, 4);
            int length = (int) Math.min(data.u32(at + 4), data.length());
            if (!type.equals("VP8 ") && !type.equals("VP8L") && !type.equals("ALPH")) {
                traces.add(Kind.OTHER, "a chunk " + type + " in a frame");
            }
            at += 8 + length + length % 2;
        }
    }

    private static void lengthIs(int expected, String type, FileSlice data, Findings traces) {
        if (data.length() != expected) {
            traces.add(Kind.TRAILING_DATA, type + " of " + data.length() + " bytes");
        }
    }
}
