package dev.darkroom.hostile.metadata.scan;

import dev.darkroom.hostile.metadata.scan.MetadataFinding.Kind;
import dev.darkroom.hostile.metadata.scan.PictureMetadataScanner.Findings;
import java.util.Map;

/** Scans a PNG (PNG, 3rd edition, clauses 5 and 11). */
final class PngMetadataScanner {
    /** Chunks that the picture needs, with their length if it is fixed. */
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("IHDR", 13),
            Map.entry("IEND", 0),
            Map.entry("gAMA", 4),
            Map.entry("cHRM", 32),
            Map.entry("sRGB", 1),
            Map.entry("cICP", 4),
            Map.entry("mDCV", 24),
            Map.entry("cLLI", 8),
            Map.entry("pHYs", 9),
            Map.entry("acTL", 8),
            Map.entry("fcTL", 26));

    private static final int COLOR_TYPE = 25;

    private PngMetadataScanner() {}

    static void scan(FileSlice file, Findings traces) {
        int at = 8;
        boolean animated = false;
        boolean frames = false;
        while (at < file.length()) {
            String type = file.text(at + 4, 4);
            int length = (int) Math.min(file.u32(at), file.length());
            animated |= type.equals("acTL");
            frames |= type.equals("fcTL") || type.equals("fdAT");
            chunk(type, file.part(at + 8, length), file.u8(COLOR_TYPE), traces);
            at += 12 + length;
            if (type.equals("IEND")) {
                break;
            }
        }
        if (frames && !animated) {
            traces.add(Kind.OTHER, "frames of no animation");
        }
        if (at != file.length()) {
            traces.add(Kind.TRAILING_DATA, file.length() - at + " bytes after IEND");
        }
    }

    private static void chunk(String type, FileSlice data, int colorType, Findings traces) {
        switch (type) {
            case "IDAT", "fdAT" -> {}
            case "PLTE" -> lengthAtMost(colorType == 3 ? 768 : 0, type, data, traces);
            case "tRNS" -> lengthAtMost(transparency(colorType), type, data, traces);
            case "sBIT" -> lengthAtMost(4, type, data, traces);
            case "eXIf" -> TiffMetadataScanner.scan(data, traces);
            case "iCCP" -> profile(data, traces);
            case "tEXt", "zTXt", "iTXt" -> text(type, data, traces);
            default -> {
                Integer length = LENGTHS.get(type);
                if (length == null || length != data.length()) {
                    traces.add(Kind.OTHER, "a chunk " + type + " of " + data.length() + " bytes");
                }
            }
        }
    }

    private static int transparency(int colorType) {
        return switch (colorType) {
            case 0 -> 2;
            case 2 -> 6;
            case 3 -> 256;
            default -> 0;
        };
    }

    private static void lengthAtMost(int most, String type, FileSlice data, Findings traces) {
        if (data.length() > most) {
            traces.add(Kind.TRAILING_DATA, type + " of " + data.length() + " bytes");
        }
    }

    private static void profile(FileSlice data, Findings traces) {
        int name = data.text(0, 80).indexOf('\0');
        if (!data.text(0, name).equals("icc")) {
            traces.add(Kind.COMMENT, "the profile's name " + data.text(0, name));
        }
        CommonMetadataScanner.profile(FileSlice.big(CommonMetadataScanner.inflated(data.from(name + 2))), traces);
    }

    private static void text(String type, FileSlice data, Findings traces) {
        if (!data.says("XML:com.adobe.xmp\0", 0)) {
            traces.add(Kind.COMMENT, type + " " + data.text(0, 20));
            return;
        }
        int language = 20;
        int translated = data.text(language, data.length()).indexOf('\0') + language + 1;
        int start = data.text(translated, data.length()).indexOf('\0') + translated + 1;
        FileSlice packet = data.from(start);
        CommonMetadataScanner.xmp(
                data.u8(18) == 0 ? packet.toArray() : CommonMetadataScanner.inflated(packet), type, traces);
    }
}
