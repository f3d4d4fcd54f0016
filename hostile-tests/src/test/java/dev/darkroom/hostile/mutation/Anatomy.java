package dev.darkroom.hostile.mutation;

import dev.darkroom.core.Format;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A file and its parts.
 *
 * @param parts at least one
 */
record Anatomy(byte[] file, List<Part> parts) {
    static Anatomy of(Optional<Format> format, byte[] file) {
        List<Part> parts = format.filter(Anatomy::hasParts)
                .map(known -> Parts.of(known, file))
                .filter(found -> !found.isEmpty())
                .orElse(List.of(new Part("", 0, 0, file.length)));
        return new Anatomy(file, parts);
    }

    private static boolean hasParts(Format format) {
        return switch (format) {
            case JPEG, PNG, GIF, WEBP, SVG -> true;
            default -> false;
        };
    }

    /** What these parts of this file make one after the other. */
    byte[] of(List<Part> chosen) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        chosen.forEach(part -> out.write(file, part.start(), part.end() - part.start()));
        return out.toByteArray();
    }
}
