package dev.darkroom.core.color;

import dev.darkroom.core.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The distinct ICC profiles in the pictures of the corpus, each with the name of the first picture that contains it. */
final class CorpusProfiles {
    private CorpusProfiles() {}

    /** {@code -Ddarkroom.corpus}, or the nearest {@code shared/corpus} above the working directory. */
    static Optional<Path> folder() {
        String given = System.getProperty("darkroom.corpus");
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path corpus = up.resolve("shared/corpus");
            if (Files.isDirectory(corpus)) {
                return Optional.of(corpus);
            }
        }
        return Optional.empty();
    }

    static Map<Bytes, String> in(Path folder) throws IOException {
        Map<Bytes, String> profiles = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] profile = EmbeddedProfile.of(Files.readAllBytes(file));
                if (profile.length > 0) {
                    profiles.putIfAbsent(
                            Bytes.wrap(profile), folder.relativize(file).toString());
                }
            }
        }
        return profiles;
    }
}
