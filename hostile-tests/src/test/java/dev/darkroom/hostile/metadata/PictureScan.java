package dev.darkroom.hostile.metadata;

import dev.darkroom.hostile.metadata.Trace.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Walks a file by its format's specification, and knows every part that a clean picture may have; all others are traces. */
final class PictureScan {
    /** Long enough not to stand in compressed pixels by chance. */
    private static final List<String> MARKS = List.of(
            "http://ns.adobe.com/xmp/",
            "http://ns.adobe.com/exif/",
            "exif:GPS",
            "aux:SerialNumber",
            "Photoshop 3.0\0",
            "Raw profile type",
            "ftypmp4",
            "ftypisom",
            "MPF\0MM\0*",
            "MPF\0II*\0",
            "jumbc2pa");

    private PictureScan() {}

    /** Empty for a clean file. */
    static List<Trace> of(byte[] file) {
        Traces traces = new Traces();
        Cursor big = Cursor.big(file);
        if (big.u16(0) == 0xFFD8) {
            JpegScan.scan(big, traces);
        } else if (big.says("\u0089PNG\r\n\u001A\n", 0)) {
            PngScan.scan(big, traces);
        } else if (big.says("RIFF", 0) && big.says("WEBP", 8)) {
            WebpScan.scan(Cursor.little(file), traces);
        } else if (big.says("GIF8", 0)) {
            GifScan.scan(Cursor.little(file), traces);
        } else {
            traces.add(Kind.OTHER, "no format that is known");
        }
        String text = new String(file, StandardCharsets.ISO_8859_1);
        for (String mark : MARKS) {
            if (text.contains(mark)) {
                traces.add(Kind.OTHER, "the bytes \"" + mark.replace("\0", "\\0") + "\"");
            }
        }
        return traces.found;
    }

    /** What was found so far. */
    static final class Traces {
        private final List<Trace> found = new ArrayList<>();

        void add(Kind kind, String where) {
            found.add(new Trace(kind, where));
        }
    }
}
