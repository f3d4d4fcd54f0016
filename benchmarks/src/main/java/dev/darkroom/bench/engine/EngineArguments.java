package dev.darkroom.bench.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every engine is started with: {@code [--fast] [--passes N] --job jpeg|webp [--out DIR] PHOTO...}.
 *
 * @param fast whether ours encodes with its fast preset
 * @param passes over all photographs, of which each answer tells the mean: so long that the end, when threads run out of work, says little
 * @param out where to write every variant once, for its quality to be measured
 */
public record EngineArguments(JobKind kind, boolean fast, int passes, Optional<Path> out, List<Path> photos) {
    /** Reads a command line. */
    public static EngineArguments of(String... arguments) {
        JobKind kind = JobKind.JPEG;
        boolean fast = false;
        int passes = 1;
        Optional<Path> out = Optional.empty();
        List<Path> photos = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--job" -> kind = JobKind.named(arguments[++i]);
                case "--fast" -> fast = true;
                case "--passes" -> passes = Integer.parseInt(arguments[++i]);
                case "--out" -> out = Optional.of(Path.of(arguments[++i]));
                default -> photos.add(Path.of(arguments[i]));
            }
        }
        return new EngineArguments(kind, fast, passes, out, List.copyOf(photos));
    }
}
