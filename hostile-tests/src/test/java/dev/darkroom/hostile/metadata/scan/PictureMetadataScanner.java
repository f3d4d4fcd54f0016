package dev.darkroom.hostile.metadata.scan;

import dev.darkroom.hostile.metadata.scan.MetadataFinding.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Scans a file according to the specification of its format. It knows every part that a clean picture may have and reports all other parts.
 */
public final class PictureMetadataScanner {
    /** Texts that are long enough not to occur in compressed pixels by chance. */
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

    private PictureMetadataScanner() {}

    /** The findings in a file; empty for a clean file. */
    public static List<MetadataFinding> of(byte[] file) {
        Findings traces = new Findings();
        FileSlice big = FileSlice.big(file);
        if (big.u16(0) == 0xFFD8) {
            JpegMetadataScanner.scan(big, traces);
        } else if (big.says("\u0089PNG\r\n\u001A\n", 0)) {
            PngMetadataScanner.scan(big, traces);
        } else if (big.says("RIFF", 0) && big.says("WEBP", 8)) {
            WebpMetadataScanner.scan(FileSlice.little(file), traces);
        } else if (big.says("GIF8", 0)) {
            GifMetadataScanner.scan(FileSlice.little(file), traces);
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

    /** The findings so far. */
    static final class Findings {
        private final List<MetadataFinding> found = new ArrayList<>();

        void add(Kind kind, String where) {
            found.add(new MetadataFinding(kind, where));
        }
    }
}
