package dev.darkroom.hostile.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The dictionary of words of the formats, in libFuzzer's notation. A fuzzer combines given words faster than it finds them. */
final class Dictionary {
    private static final List<String> RASTER = List.of(
            "IHDR",
            "PLTE",
            "IDAT",
            "IEND",
            "tRNS",
            "gAMA",
            "cHRM",
            "sRGB",
            "iCCP",
            "cICP",
            "sBIT",
            "pHYs",
            "eXIf",
            "zTXt",
            "iTXt",
            "tEXt",
            "acTL",
            "fcTL",
            "fdAT",
            "Raw profile type exif\0",
            "XML:com.adobe.xmp\0",
            "Raw profile type exif\0",
            "Raw profile type APP1\0",
            "\u00ff\u00d8\u00ff",
            "\u00ff\u00d9",
            "\u00ff\u00da",
            "\u00ff\u00c0",
            "\u00ff\u00c2",
            "\u00ff\u00c4",
            "\u00ff\u00c9",
            "\u00ff\u00db",
            "\u00ff\u00dc",
            "\u00ff\u00dd",
            "\u00ff\u00e0",
            "\u00ff\u00e1",
            "\u00ff\u00e2",
            "\u00ff\u00ed",
            "\u00ff\u00ee",
            "\u00ff\u00fe",
            "\u00ff\u00d0",
            "\u00ff\u0000",
            "JFIF\0",
            "Exif\0\0",
            "ICC_PROFILE\0",
            "Adobe",
            "Photoshop 3.0\0",
            "8BIM",
            "http://ns.adobe.com/xap/1.0/\0",
            "MPF\0",
            "MM\0*",
            "II*\0",
            "RIFF",
            "WEBP",
            "VP8 ",
            "VP8L",
            "VP8X",
            "ALPH",
            "ANIM",
            "ANMF",
            "ICCP",
            "EXIF",
            "XMP ",
            "\u009d\u0001\u002a",
            "/",
            "GIF87a",
            "GIF89a",
            "!\u00f9\u0004",
            "!\u00ff\u000b",
            "!\u00fe",
            ",",
            ";",
            "NETSCAPE2.0",
            "XMP DataXMP");
    private static final List<String> PROFILE = List.of(
            "acsp", "RGB ", "GRAY", "CMYK", "XYZ ", "Lab ", "mntr", "scnr", "rXYZ", "gXYZ", "bXYZ", "wtpt", "chad",
            "rTRC", "gTRC", "bTRC", "kTRC", "A2B0", "A2B1", "desc", "mluc", "curv", "para", "mft1", "mft2", "mAB ",
            "sf32");
    private static final List<String> SVG = List.of(
            "<svg ",
            "xmlns=\"http://www.w3.org/2000/svg\"",
            "xmlns:xlink=\"http://www.w3.org/1999/xlink\"",
            "viewBox=\"0 0 9 9\"",
            "<g ",
            "</g>",
            "<path d=\"M0 0L9 9\"/>",
            "<rect ",
            "<circle ",
            "<use ",
            "href=\"#a\"",
            "xlink:href=\"",
            "id=\"a\"",
            "<image ",
            "data:image/png;base64,",
            "<text>",
            "<tspan>",
            "<style>",
            "</style>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<!DOCTYPE svg [",
            "<!ENTITY a \"b\">",
            "&a;",
            "&#106;",
            "&#x6a;",
            "&amp;",
            "<script>",
            "onload=\"",
            "javascript:",
            "<foreignObject>",
            "<animate ",
            "<set ",
            "attributeName=\"href\"",
            "style=\"",
            "fill:url(#a)",
            "url(",
            "@import",
            "@media",
            "\\75 rl(",
            "expression(",
            "/*",
            "*/",
            "!important",
            "var(--a)",
            "clip-path=\"url(#a)\"",
            "<mask ",
            "<filter ",
            "<pattern ",
            "<linearGradient ",
            "gradientTransform=\"",
            "transform=\"rotate(1)\"",
            "<a ",
            "<?xml ",
            "encoding=\"UTF-16\"",
            "\u00ef\u00bb\u00bf",
            "\u00ff\u00fe",
            "xml:base=\"",
            "stroke-dasharray=\"1\"");

    private Dictionary() {}

    static List<String> lines(FuzzTarget target) {
        List<String> words = new ArrayList<>(target == FuzzTarget.SVG ? SVG : RASTER);
        if (target == FuzzTarget.HEADERS) {
            words.addAll(PROFILE);
        }
        return words.stream().map(Dictionary::line).toList();
    }

    private static String line(String word) {
        StringBuilder line = new StringBuilder("\"");
        for (byte b : word.getBytes(StandardCharsets.ISO_8859_1)) {
            boolean plain = b >= ' ' && b < 0x7F && b != '"' && b != '\\';
            line.append(plain ? String.valueOf((char) b) : String.format("\\x%02X", b));
        }
        return line.append('"').toString();
    }
}
