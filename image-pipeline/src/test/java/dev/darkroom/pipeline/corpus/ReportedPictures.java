package dev.darkroom.pipeline.corpus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Pictures that were reported as decoded wrongly, with the correct result: the nearest {@code shared/reports} at or above the working
 * directory.
 */
final class ReportedPictures {
    private ReportedPictures() {}

    /** Finds a reported picture. If there is none, prints a line about it and returns empty. */
    static Optional<Path> find(String name) {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path file = up.resolve("shared/reports").resolve(name);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        System.out.println("skipped: there is no shared/reports/" + name);
        return Optional.empty();
    }
}
