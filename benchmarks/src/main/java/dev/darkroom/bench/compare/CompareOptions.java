package dev.darkroom.bench.compare;

import dev.darkroom.bench.engine.JobKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The options of {@code ./darkroom bench}.
 *
 * @param only names of the engines to run, matched by {@link EngineCommand#isNamed}; empty for all
 * @param scaling whether to compare one thread with two threads of the same engine, instead of other engines
 */
record CompareOptions(
        JobKind kind,
        boolean peers,
        boolean scaling,
        int runs,
        int warm,
        String heap,
        boolean json,
        Photos.Profile profile,
        List<String> only,
        Optional<Path> folder) {
    private static final String USAGE = """
            ./darkroom bench [--peers] [--job jpeg|webp] [--icc any|with|without] [--threads] [--runs N] [--warm N]
                             [--heap SIZE] [--only NAME,...] [--json] [DIR]""";

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if the arguments do not match {@code USAGE}
     */
    static CompareOptions of(List<String> arguments) {
        JobKind kind = JobKind.JPEG;
        boolean peers = false;
        boolean scaling = false;
        int runs = 7;
        int warm = 3;
        String heap = "512m";
        boolean json = false;
        Photos.Profile profile = Photos.Profile.ANY;
        List<String> only = List.of();
        Optional<Path> folder = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean valued = List.of("--job", "--icc", "--runs", "--warm", "--heap", "--only")
                    .contains(argument);
            String value = valued && i + 1 < arguments.size() ? arguments.get(++i) : "";
            if (valued && value.isEmpty()) {
                throw new IllegalArgumentException(argument + " needs a value\n" + USAGE);
            }
            switch (argument) {
                case "--job" -> kind = JobKind.named(value);
                case "--icc" -> profile = Photos.Profile.named(value);
                case "--runs" -> runs = Integer.parseInt(value);
                case "--warm" -> warm = Integer.parseInt(value);
                case "--heap" -> heap = value;
                case "--only" -> only = List.of(value.split(","));
                case "--peers" -> peers = true;
                case "--threads" -> scaling = true;
                case "--json" -> json = true;
                default -> {
                    if (argument.startsWith("--") || folder.isPresent()) {
                        throw new IllegalArgumentException("unknown argument: " + argument + "\n" + USAGE);
                    }
                    folder = Optional.of(Path.of(argument));
                }
            }
        }
        return new CompareOptions(kind, peers, scaling, runs, warm, heap, json, profile, only, folder);
    }
}
