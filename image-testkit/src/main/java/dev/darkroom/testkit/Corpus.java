package dev.darkroom.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A corpus of third-party pictures with known properties: a folder with a {@code MANIFEST.tsv}. It may be absent. */
public final class Corpus {
    private static final String MANIFEST = "MANIFEST.tsv";

    private final Path folder;
    private final List<CorpusFile> files;

    private Corpus(Path folder, List<CorpusFile> files) {
        this.folder = folder;
        this.files = files;
    }

    /** Finds {@code -Ddarkroom.corpus=DIR}, or the nearest {@code shared/corpus} in the working directory or a parent of it. */
    public static Optional<Corpus> find() {
        String given = System.getProperty("darkroom.corpus");
        if (given != null) {
            return Optional.of(in(Path.of(given)));
        }
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path folder = up.resolve("shared/corpus");
            if (Files.isRegularFile(folder.resolve(MANIFEST))) {
                return Optional.of(in(folder));
            }
        }
        return Optional.empty();
    }

    private static Corpus in(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(MANIFEST));
            List<String> columns = List.of(lines.get(0).split("\t", -1));
            List<CorpusFile> files = lines.stream()
                    .skip(1)
                    .map(line -> CorpusFile.of(columns, List.of(line.split("\t", -1))))
                    .toList();
            return new Corpus(folder, files);
        } catch (IOException e) {
            throw new UncheckedIOException("no corpus in " + folder, e);
        }
    }

    /** All files in manifest order. */
    public List<CorpusFile> files() {
        return files;
    }

    public Path locate(CorpusFile file) {
        return folder.resolve(file.path());
    }

    public byte[] read(CorpusFile file) {
        try {
            return Files.readAllBytes(locate(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder + " (" + files.size() + " files)";
    }
}
