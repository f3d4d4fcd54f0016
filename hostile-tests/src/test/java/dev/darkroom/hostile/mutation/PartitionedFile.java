package dev.darkroom.hostile.mutation;

import dev.darkroom.core.Format;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A file and its parts.
 *
 * @param parts its parts, at least one
 */
record PartitionedFile(byte[] file, List<FilePart> parts) {
    static PartitionedFile of(Optional<Format> format, byte[] file) {
        List<FilePart> parts = format.filter(PartitionedFile::hasParts)
                .map(known -> FilePartParser.of(known, file))
                .filter(found -> !found.isEmpty())
                .orElse(List.of(new FilePart("", 0, 0, file.length)));
        return new PartitionedFile(file, parts);
    }

    private static boolean hasParts(Format format) {
        return switch (format) {
            case JPEG, PNG, GIF, WEBP, SVG -> true;
            default -> false;
        };
    }

    /** The bytes of the chosen parts, one after the other. */
    byte[] of(List<FilePart> chosen) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        chosen.forEach(part -> out.write(file, part.start(), part.end() - part.start()));
        return out.toByteArray();
    }
}
