package dev.darkroom.codecs.rewrite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds private data in a rewritten file, with an allowlist of its parts and with byte patterns anywhere in the file. */
final class CleanCheck {
    private static final Set<String> ALLOWED = Set.of(
            "e0 JFIF",
            "e1 Exif",
            "e2 ICC_PROFILE",
            "ee Adobe",
            "c0",
            "c1",
            "c2",
            "c4",
            "c9",
            "ca",
            "cc",
            "da",
            "db",
            "dc",
            "dd",
            "scan",
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
            "mDCV",
            "cLLI",
            "sBIT",
            "pHYs",
            "eXIf",
            "acTL",
            "fcTL",
            "fdAT",
            "VP8X",
            "ICCP",
            "ANIM",
            "ANMF",
            "ANMF/ALPH",
            "ANMF/VP8 ",
            "ANMF/VP8L",
            "ALPH",
            "VP8 ",
            "VP8L",
            "EXIF",
            "image",
            "f9",
            "ff NETSCAPE2.0",
            "ff ANIMEXTS1.0");
    /** Byte patterns that are long enough not to occur in compressed pixels by chance. */
    private static final List<String> PATTERNS = List.of(
            "http://ns.adobe.com",
            "adobe:ns:meta",
            "Photoshop 3.0",
            "Nikon\0",
            "ftypmp4",
            "ftypisom",
            "MPF\0MM",
            "MPF\0II",
            "CANARY",
            "XML:com.adobe.xmp",
            "Raw profile type");

    private CleanCheck() {}

    /** Returns the findings; empty for a clean file whose EXIF contains at most this orientation. */
    static List<String> findings(byte[] file, int orientation) {
        List<String> findings = new ArrayList<>();
        String text = new String(file, StandardCharsets.ISO_8859_1);
        for (String pattern : PATTERNS) {
            if (text.contains(pattern)) {
                findings.add("the bytes \"" + pattern.replace("\0", "\\0") + "\"");
            }
        }
        int exifs = 0;
        for (PictureFileParser.Part part : PictureFileParser.of(file)) {
            if (!ALLOWED.contains(part.name())) {
                findings.add("a part " + part.name());
            }
            switch (part.name()) {
                case "e1 Exif", "eXIf", "EXIF" -> {
                    exifs++;
                    findings.addAll(exif(part, orientation));
                }
                case "e0 JFIF" -> {
                    if (part.data().length != 14 || part.data()[12] != 0 || part.data()[13] != 0) {
                        findings.add("a JFIF thumbnail");
                    }
                }
                case "ee Adobe" -> {
                    if (part.data().length != 12) {
                        findings.add("an Adobe segment of " + part.data().length + " bytes");
                    }
                }
                default -> {}
            }
        }
        if (exifs != (orientation == 1 ? 0 : 1)) {
            findings.add(exifs + " EXIF blocks at orientation " + orientation);
        }
        return findings;
    }

    /** Checks an EXIF block. Allowed is one directory with one entry for the orientation, and no data after it. */
    private static List<String> exif(PictureFileParser.Part part, int orientation) {
        byte[] prefix = part.name().startsWith("e1") ? FixtureBytes.ascii("Exif\0\0") : new byte[0];
        byte[] expected = FixtureBytes.of(prefix)
                .text("MM")
                .u16(42)
                .u32(8)
                .u16(1)
                .u16(0x0112)
                .u16(3)
                .u32(1)
                .u16(orientation)
                .u16(0)
                .u32(0)
                .toArray();
        return java.util.Arrays.equals(part.data(), expected)
                ? List.of()
                : List.of("EXIF with more than orientation " + orientation);
    }
}
