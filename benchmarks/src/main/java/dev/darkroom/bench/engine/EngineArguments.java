package dev.darkroom.bench.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of an engine: {@code [--fast] [--passes N] --job jpeg|webp [--out DIR] PHOTO...}.
 *
 * @param fast whether the Darkroom engine encodes with its fast preset
 * @param passes number of passes over all photographs per request; the response has their mean. More passes reduce the influence of the
 *     end, when some threads are idle
 * @param out folder to which every variant is written once, to measure its quality
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
