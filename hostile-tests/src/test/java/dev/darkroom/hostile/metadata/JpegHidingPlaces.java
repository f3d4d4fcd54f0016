package dev.darkroom.hostile.metadata;

import dev.darkroom.hostile.metadata.scan.EndianWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes one file for each hiding place of a JPEG, with a text in that place. */
final class JpegHidingPlaces {
    private static final int SOS = 0xDA;
    private static final int COM = 0xFE;

    private final String kind;
    private final byte[] clean;
    private final String hidden;

    JpegHidingPlaces(String kind, byte[] clean, String hidden) {
        this.kind = kind;
        this.clean = clean;
        this.hidden = hidden;
    }

    void addTo(Map<String, byte[]> files) {
        List<Integer> gaps = JpegHiddenData.gaps(clean);
        for (int gap : gaps) {
            String where = kind + " before byte " + gap + ", ";
            for (int app = 0xE0; app <= 0xEF; app++) {
                files.put(where + "APP" + (app - 0xE0), inserted(gap, segment(app, hidden)));
            }
            files.put(where + "COM", inserted(gap, segment(COM, hidden)));
            if (gap <= JpegHiddenData.firstScan(clean)) {
                // later it would be part of a scan, so of the pixels
                files.put(
                        where + "no segment",
                        inserted(gap, EndianWriter.big().text(hidden).toArray()));
            }
            files.put(where + "after fill bytes", inserted(gap, joined("\u00FF\u00FF", segment(COM, hidden))));
        }
        for (int gap : gaps) {
            files.put(kind + ", tail of the segment at " + gap, lengthened(gap));
        }
        byte[] second = inserted(2, segment(COM, hidden));
        files.put(
                kind + ", behind EOI",
                joined(clean, EndianWriter.big().text(hidden).toArray()));
        files.put(kind + ", second picture", joined(clean, second));
        files.put(kind + ", second picture after a pause", joined(clean, new byte[999], second));
        files.put(kind + ", second picture named by MPF", joined(inserted(2, mpf()), second));
        files.put(
                kind + ", thumbnail of JFIF",
                replacedJfif(joined(
                        "JFIF\0\1\1\0\0\1\0\1\6\1",
                        EndianWriter.big().text(hidden).toArray())));
        files.put(kind + ", Adobe's segment", inserted(2, segment(0xEE, "Adobe\0d\0\0\0\0\1" + hidden)));
    }

    /** Makes a segment longer than its content. The header of a scan cannot be longer. */
    private byte[] lengthened(int gap) {
        if ((clean[gap + 1] & 0xFF) == SOS) {
            return inserted(gap, segment(COM, hidden));
        }
        int length = ByteBuffer.wrap(clean).getChar(gap + 2);
        return EndianWriter.big()
                .bytes(clean, 0, gap + 2)
                .u16(length + hidden.length())
                .bytes(clean, gap + 4, gap + 2 + length)
                .text(hidden)
                .bytes(clean, gap + 2 + length, clean.length)
                .toArray();
    }

    private byte[] replacedJfif(byte[] data) {
        int next = 4 + ByteBuffer.wrap(clean).getChar(4);
        byte[] rest = Arrays.copyOfRange(clean, next, clean.length);
        return joined(
                "\u00FF\u00D8",
                EndianWriter.big()
                        .u8(0xFF, 0xE0)
                        .u16(2 + data.length)
                        .bytes(data)
                        .toArray(),
                rest);
    }

    private static byte[] mpf() {
        return segment(0xE2, "MPF\0II*\0\b\0\0\0\1\0\0\u00B0\7\0\4\0\0\0" + "0100\0\0\0\0");
    }

    private byte[] inserted(int at, byte[] piece) {
        return EndianWriter.big()
                .bytes(clean, 0, at)
                .bytes(piece)
                .bytes(clean, at, clean.length)
                .toArray();
    }

    private static byte[] segment(int marker, String data) {
        return EndianWriter.big()
                .u8(0xFF, marker)
                .u16(2 + data.length())
                .text(data)
                .toArray();
    }

    private static byte[] joined(String head, byte[]... parts) {
        return joined(EndianWriter.big().text(head).toArray(), joined(parts));
    }

    private static byte[] joined(byte[]... parts) {
        EndianWriter all = EndianWriter.big();
        for (byte[] part : parts) {
            all.bytes(part);
        }
        return all.toArray();
    }
}
