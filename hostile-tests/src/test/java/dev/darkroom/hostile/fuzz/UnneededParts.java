package dev.darkroom.hostile.fuzz;

import dev.darkroom.core.Format;
import dev.darkroom.hostile.mutation.FilePart;
import dev.darkroom.hostile.mutation.FilePartParser;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the parts of a rewritten file that the picture does not need. */
final class UnneededParts {
    private static final Map<Format, Set<String>> NEEDED = Map.of(
            Format.JPEG,
            Set.of(
                    "", "e0", "e1", "e2", "ee", "c0", "c1", "c2", "c4", "c9", "ca", "cc", "d9", "da", "db", "dc", "dd",
                    "scan"),
            Format.PNG,
            Set.of(
                    "", "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI",
                    "sBIT", "pHYs", "eXIf", "acTL", "fcTL", "fdAT"),
            Format.WEBP,
            Set.of("", "VP8X", "ICCP", "ANIM", "ANMF", "ALPH", "VP8 ", "VP8L", "EXIF"),
            Format.GIF,
            Set.of("", "image", "21 f9", "21 ff"));
    /** Longest allowed EXIF part, in bytes: the prefix and one directory with one entry, the orientation. */
    private static final int LONGEST_EXIF = 50;

    private UnneededParts() {}

    static List<String> in(Format format, byte[] file) {
        List<FilePart> parts = FilePartParser.of(format, file);
        return parts.stream()
                .filter(part -> !needed(format, part) || isTrailer(format, part, parts))
                .map(part -> part.name().isEmpty() ? "trailing data" : part.name())
                .toList();
    }

    private static boolean needed(Format format, FilePart part) {
        boolean exif = Set.of("e1", "eXIf", "EXIF").contains(part.name());
        boolean known = NEEDED.get(format).contains(part.name());
        return known && (!exif || part.end() - part.start() <= LONGEST_EXIF);
    }

    /** Whether a part is the trailer. A part without a name is the start of the file or the last byte of a GIF. */
    private static boolean isTrailer(Format format, FilePart part, List<FilePart> parts) {
        boolean first = part.start() == 0;
        boolean gifsEnd =
                format == Format.GIF && part.equals(parts.get(parts.size() - 1)) && part.end() - part.start() == 1;
        return part.name().isEmpty() && !first && !gifsEnd;
    }
}
