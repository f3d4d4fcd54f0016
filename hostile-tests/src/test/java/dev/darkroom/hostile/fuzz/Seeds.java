package dev.darkroom.hostile.fuzz;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.core.signature.Signature;
import dev.darkroom.testkit.Corpus;
import dev.darkroom.testkit.CorpusFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The seeds of a target: generated pictures and the small pictures of a corpus; for headers also their ICC profiles. */
final class Seeds {
    /** Largest seed, in bytes. Larger files are mutated too slowly. */
    static final int LONGEST = 48 * 1024;

    private static final int MOST_PER_FORMAT = 250;

    private Seeds() {}

    /** The seeds of a target, smaller files first. */
    static List<byte[]> of(FuzzTarget target) {
        List<byte[]> found = new ArrayList<>(SmallPictures.all().values());
        Corpus.find().ifPresent(corpus -> found.addAll(small(corpus)));
        List<byte[]> seeds = new ArrayList<>();
        for (Format format : Format.values()) {
            found.stream()
                    .filter(file -> format(file).filter(format::equals).isPresent() && target.takes(format))
                    .sorted(Comparator.comparingInt(file -> file.length))
                    .limit(MOST_PER_FORMAT)
                    .forEach(seeds::add);
        }
        if (target == FuzzTarget.HEADERS) {
            List.copyOf(seeds).forEach(file -> profile(file).ifPresent(seeds::add));
        }
        seeds.sort(Comparator.comparingInt(seed -> seed.length));
        return seeds;
    }

    /** Writes each seed to a file that is named by its index. */
    static void write(FuzzTarget target, Path folder) throws IOException {
        Files.createDirectories(folder);
        int number = 0;
        for (byte[] seed : of(target)) {
            Files.write(folder.resolve(String.format("%04d", number++)), seed);
        }
    }

    private static List<byte[]> small(Corpus corpus) {
        List<byte[]> files = new ArrayList<>();
        for (CorpusFile file : corpus.files()) {
            if (corpus.locate(file).toFile().length() <= LONGEST) {
                files.add(corpus.read(file));
            }
        }
        return files;
    }

    private static Optional<Format> format(byte[] file) {
        return Signature.of(Bytes.copyOf(file));
    }

    private static Optional<byte[]> profile(byte[] file) {
        try {
            Format format = format(file).orElseThrow();
            return HeaderReader.read(format, Bytes.copyOf(file)).color() instanceof ColorEncoding.Icc icc
                    ? Optional.of(icc.profile().toArray())
                    : Optional.empty();
        } catch (ImageException e) {
            return Optional.empty();
        }
    }
}
