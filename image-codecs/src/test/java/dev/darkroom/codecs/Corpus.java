package dev.darkroom.codecs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files of others, with what is known of them, where they are at hand. */
public final class Corpus {
    /** A manifest row. */
    public record Row(Path file, String path, String format, String expected) {
        public byte[] bytes() {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Corpus() {}

    /** Rows of a format, such as {@code "png"}; none, with a line, where there is no corpus. */
    public static List<Row> rows(String format) {
        Optional<Path> folder = find();
        if (folder.isEmpty()) {
            System.out.println("skipped: no corpus (give -Ddarkroom.corpus=DIR)");
            return List.of();
        }
        try {
            return Files.readAllLines(folder.get().resolve("MANIFEST.tsv")).stream()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .filter(row -> row[3].equals(format))
                    .map(row -> new Row(folder.get().resolve(row[0]), row[0], row[3], row[7]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> find() {
        String named = System.getProperty("darkroom.corpus");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared/corpus");
            if (Files.exists(folder.resolve("MANIFEST.tsv"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}
