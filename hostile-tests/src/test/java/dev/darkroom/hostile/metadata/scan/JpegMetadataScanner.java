package dev.darkroom.hostile.metadata.scan;

import dev.darkroom.hostile.metadata.scan.MetadataFinding.Kind;
import dev.darkroom.hostile.metadata.scan.PictureMetadataScanner.Findings;

/** Scans a JPEG (ITU-T T.81, annex B), including the known application segments. */
final class JpegMetadataScanner {
    private final FileSlice file;
    private final Findings traces;
    private final EndianWriter profile = EndianWriter.big();

    private JpegMetadataScanner(FileSlice file, Findings traces) {
        this.file = file;
        this.traces = traces;
    }

    static void scan(FileSlice file, Findings traces) {
        new JpegMetadataScanner(file, traces).run();
    }

    private void run() {
        int at = 2;
        while (at + 2 <= file.length()) {
            if (file.u8(at) != 0xFF) {
                traces.add(Kind.TRAILING_DATA, "bytes between segments at " + at);
                at = marker(at);
                continue;
            }
            int marker = file.u8(at + 1);
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == 0xD9) {
                break;
            }
            int end = at + 2 + file.u16(at + 2);
            segment(marker, file.part(at + 4, end - at - 4));
            at = marker == 0xDA ? marker(end) : end;
        }
        if (at + 2 != file.length()) {
            traces.add(Kind.TRAILING_DATA, file.length() - at - 2 + " bytes after EOI");
        }
        if (profile.length() > 0) {
            CommonMetadataScanner.profile(FileSlice.big(profile.toArray()), traces);
        }
    }

    /** The offset of the next marker that is not a restart marker. */
    private int marker(int from) {
        int at = from;
        while (at + 1 < file.length()
                && (file.u8(at) != 0xFF || file.u8(at + 1) == 0 || (file.u8(at + 1) & 0xF8) == 0xD0)) {
            at++;
        }
        return at;
    }

    private void segment(int marker, FileSlice data) {
        switch (marker) {
            case 0xC0, 0xC1, 0xC2, 0xC9, 0xCA -> lengthIs(6 + 3 * data.u8(5), data, "SOF");
            case 0xDA -> lengthIs(4 + 2 * data.u8(0), data, "SOS");
            case 0xDD, 0xDC -> lengthIs(2, data, "DRI or DNL");
            case 0xC4 -> lengthIs(tables(data, true), data, "DHT");
            case 0xDB -> lengthIs(tables(data, false), data, "DQT");
            case 0xCC -> {}
            case 0xE0 -> jfif(data);
            case 0xE1 -> app1(data);
            case 0xE2 -> app2(data);
            case 0xED -> traces.add(Kind.IPTC, "APP13");
            case 0xEE -> {
                if (!data.says("Adobe", 0) || data.length() != 12) {
                    traces.add(Kind.OTHER, "APP14 of " + data.length() + " bytes");
                }
            }
            case 0xFE -> traces.add(Kind.COMMENT, "COM");
            default -> traces.add(Kind.OTHER, "segment ff " + Integer.toHexString(marker));
        }
    }

    private void lengthIs(int expected, FileSlice data, String what) {
        if (data.length() != expected) {
            traces.add(Kind.TRAILING_DATA, what + " of " + data.length() + " bytes instead of " + expected);
        }
    }

    /** The length of the complete tables in a segment (T.81, B.2.4.1 and B.2.4.2). */
    private static int tables(FileSlice data, boolean huffman) {
        int at = 0;
        while (at < data.length()) {
            int length = 1 + (data.u8(at) >> 4 == 0 ? 64 : 128);
            if (huffman) {
                length = 17;
                for (int i = 1; i <= 16; i++) {
                    length += data.u8(at + i);
                }
            }
            at += length;
        }
        return at;
    }

    private void jfif(FileSlice data) {
        if (!data.says("JFIF\0", 0)) {
            traces.add(Kind.THUMBNAIL, "APP0 " + data.text(0, 4));
        } else if (data.length() != 14 || data.u16(12) != 0) {
            traces.add(Kind.THUMBNAIL, "a JFIF thumbnail");
        }
    }

    private void app1(FileSlice data) {
        if (data.says("Exif\0\0", 0)) {
            TiffMetadataScanner.scan(data, traces);
        } else if (data.says("http://ns.adobe.com/xap/1.0/\0", 0)) {
            CommonMetadataScanner.xmp(data.from(29).toArray(), "APP1", traces);
        } else {
            traces.add(Kind.XMP, "APP1 " + data.text(0, 34));
        }
    }

    private void app2(FileSlice data) {
        if (data.says("ICC_PROFILE\0", 0)) {
            profile.bytes(data.from(14).toArray());
        } else {
            traces.add(Kind.THUMBNAIL, "APP2 " + data.text(0, 4));
        }
    }
}
