package dev.darkroom.bench.compare;

import dev.darkroom.bench.engine.JsonText;
import dev.darkroom.bench.quality.QualityEvaluator;
import dev.darkroom.bench.quality.QualityScore;
import dev.darkroom.bench.result.Results;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares engines on the same photographs: {@code ./darkroom bench}. */
public final class Compare {
    private final Path root;
    private final PrintStream out;
    private final PrintStream progress;

    /**
     * @param root the folder of the repository
     */
    public Compare(Path root, PrintStream out, PrintStream progress) {
        this.root = root;
        this.out = out;
        this.progress = progress;
    }

    /** Runs the comparison with the given arguments. */
    public void run(List<String> arguments) throws IOException {
        CompareOptions options = CompareOptions.of(arguments);
        Path scratch = root.resolve("benchmarks/target/scratch");
        List<Photos.Photo> photos = Photos.of(options.folder(), options.profile(), scratch);
        Path variants = scratch.resolve(options.kind().title());
        List<EngineCommand> contestants = new EngineCommands(options, root.resolve("benchmarks/peers"), variants).all();
        if (contestants.isEmpty()) {
            throw new IllegalArgumentException("no engine has this name: " + String.join(",", options.only()));
        }
        Map<String, Path> folders = folders(contestants, variants);
        ComparisonTable table = new ComparisonTable(options, photos);
        List<EngineProcess> engines = new ArrayList<>();
        try {
            for (EngineCommand contestant : contestants) {
                engines.add(start(contestant, options, photos, folders.getOrDefault(contestant.name(), scratch)));
            }
            InterleavedRounds rounds = new InterleavedRounds(engines)
                    .warmUp(options.warm(), this::say)
                    .run(options.runs(), this::say);
            engines.forEach(engine -> table.add(
                    engine, rounds.passes().getOrDefault(engine.contestant().name(), List.of())));
        } finally {
            engines.forEach(EngineProcess::close);
        }
        QualityEvaluator referee = new QualityEvaluator(options.kind(), folders);
        for (int i = 0; i < photos.size(); i++) {
            say("comparing pixels, " + (i + 1) + " of " + photos.size());
            referee.judge(
                    i, photos.get(i).file(), photos.get(i).info().orientation().exif());
        }
        Map<String, Map<Integer, QualityScore>> quality = new LinkedHashMap<>();
        folders.keySet().forEach(name -> quality.put(name, referee.verdict(name)));
        finish(table, quality, options, arguments);
    }

    private EngineProcess start(
            EngineCommand contestant, CompareOptions options, List<Photos.Photo> photos, Path folder)
            throws IOException {
        say("starting " + contestant.name());
        List<String> told = new ArrayList<>(List.of("--job", options.kind().title(), "--out", folder.toString()));
        photos.forEach(photo -> told.add(photo.file().toString()));
        return new EngineProcess(contestant, told, folder.resolve("errors.txt"));
    }

    private void finish(
            ComparisonTable table,
            Map<String, Map<Integer, QualityScore>> quality,
            CompareOptions options,
            List<String> arguments)
            throws IOException {
        Map<String, Object> result = Results.begun("compare", arguments);
        result.putAll(table.json(quality));
        String name = options.scaling()
                ? "threads-" + options.kind().title()
                : options.kind().title() + "-" + options.profile().title();
        new Results(root.resolve("benchmarks/target/results")).keep(name, result);
        out.println(options.json() ? JsonText.of(result) : table.text(quality));
    }

    private static Map<String, Path> folders(List<EngineCommand> contestants, Path parent) throws IOException {
        Map<String, Path> folders = new LinkedHashMap<>();
        for (EngineCommand contestant : contestants) {
            Path folder = parent.resolve(contestant.folder());
            Files.createDirectories(folder);
            folders.put(contestant.name(), folder);
        }
        return folders;
    }

    private void say(String what) {
        progress.println("  " + what);
    }
}
