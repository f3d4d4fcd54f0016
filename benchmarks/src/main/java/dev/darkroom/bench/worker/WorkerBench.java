package dev.darkroom.bench.worker;

import dev.darkroom.bench.compare.Quartiles;
import dev.darkroom.bench.engine.JsonText;
import dev.darkroom.bench.result.Results;
import dev.darkroom.world.LocalServices;
import dev.darkroom.world.S3Server;
import dev.darkroom.world.demo.GeneratedPhoto;
import dev.darkroom.world.http.LinkSpeed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Worker benchmark: {@code ./darkroom bench worker [--node-worker DIR] [--runs N] [--json] [PHOTO]}. It starts a new process for each job,
 * with S3 and CDN at 30 ms and 200 Mbit/s.
 *
 * <p>A request to S3 has the latency in both directions. A request to the CDN or the orchestrator has it once in total.
 */
public final class WorkerBench {
    private static final LinkSpeed STORE = LinkSpeed.of(30, 200);
    private static final LinkSpeed SERVICES = LinkSpeed.of(15, 200);
    /**
     * Size of a telephone photograph, in pixels. It is just too large for the worker to serve the cleaned original, because other workers
     * do not do that.
     */
    private static final int WIDTH = 3024;

    private static final int HEIGHT = 4032;

    private final Path root;
    private final PrintStream out;
    private final PrintStream progress;

    /**
     * @param root the folder of the repository
     */
    public WorkerBench(Path root, PrintStream out, PrintStream progress) {
        this.root = root;
        this.out = out;
        this.progress = progress;
    }

    /** Runs the benchmark with the given arguments. */
    public void run(List<String> given) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(given);
        boolean json = arguments.remove("--json");
        Optional<Path> node = taken(arguments, "--node-worker").map(Path::of);
        int runs = taken(arguments, "--runs").map(Integer::parseInt).orElse(11);
        byte[] photo = arguments.isEmpty()
                ? GeneratedPhoto.jpeg(WIDTH, HEIGHT)
                : Files.readAllBytes(Path.of(arguments.get(0)));
        List<WorkerCommand> workers = new WorkerCommands(root).find(node);
        Map<String, List<WorkerCommand.Run>> all = new LinkedHashMap<>();
        workers.forEach(worker -> all.put(worker.name(), new ArrayList<>()));
        try (S3Server s3 = S3Server.start();
                LocalServices world = LocalServices.on(s3, STORE, SERVICES)) {
            for (int round = 0; round <= runs; round++) {
                progress.println(
                        "  " + (round == 0 ? "once to warm the disk's cache" : "round " + round + " of " + runs));
                for (int i = 0; i < workers.size(); i++) {
                    WorkerCommand worker = workers.get((round + i) % workers.size());
                    WorkerCommand.Run run = run(worker, world, photo, "r" + round + "-" + i);
                    if (round > 0) {
                        all.computeIfAbsent(worker.name(), name -> new ArrayList<>())
                                .add(run);
                    }
                }
            }
        }
        finish(given, json, photo.length, workers, all);
    }

    private WorkerCommand.Run run(WorkerCommand worker, LocalServices world, byte[] photo, String name)
            throws IOException, InterruptedException {
        Map<String, String> variables = world.upload("staging/" + name + "/photo.jpg", photo, "image/jpeg");
        variables.put("INPUT_FILE_NAME", name + ".jpg");
        Path log =
                root.resolve("benchmarks/target/scratch").resolve(worker.name().replaceAll("\\W+", "-") + ".log");
        Files.createDirectories(log.getParent());
        int before = world.orchestrator().taken().size();
        WorkerCommand.Run run = worker.run(variables, log);
        if (run.exit() != 0 || world.orchestrator().taken().size() != before + 1) {
            throw new IOException(worker.name() + " ended with " + run.exit() + " and "
                    + (world.orchestrator().taken().size() - before) + " callbacks: " + Files.readString(log));
        }
        return run;
    }

    private void finish(
            List<String> given,
            boolean json,
            int bytes,
            List<WorkerCommand> workers,
            Map<String, List<WorkerCommand.Run>> all)
            throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<WorkerCommand.Run> first = all.getOrDefault(workers.get(0).name(), List.of());
        for (WorkerCommand worker : workers) {
            List<WorkerCommand.Run> runs = all.getOrDefault(worker.name(), List.of());
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < runs.size(); i++) {
                ratios.add(runs.get(i).wallMs() / first.get(i).wallMs());
            }
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", worker.name());
            row.put("command", worker.command());
            Quartiles wall =
                    Quartiles.of(runs.stream().map(WorkerCommand.Run::wallMs).toList());
            row.put("wallMs", wall.asMap());
            row.put("wallRatio", Quartiles.of(ratios).asMap());
            row.put(
                    "peakKib",
                    runs.stream().mapToLong(WorkerCommand.Run::peakKib).max().orElse(0));
            rows.add(row);
            if (!json) {
                out.printf(
                        Locale.ROOT,
                        "%-24s wall %s ms  x%s  peak RSS %d MB  (%s)%n",
                        worker.name(),
                        wall.text(0),
                        Quartiles.of(ratios).text(2),
                        ((Number) row.getOrDefault("peakKib", 0)).longValue() / 1024,
                        String.join(" ", worker.command()));
            }
        }
        Map<String, Object> result = Results.begun("worker", given);
        result.put("bytes", bytes);
        result.put("runs", first.size());
        result.put("workers", rows);
        new Results(root.resolve("benchmarks/target/results")).keep("worker", result);
        if (json) {
            out.println(JsonText.of(result));
        }
    }

    private static Optional<String> taken(List<String> arguments, String option) {
        int at = arguments.indexOf(option);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 == arguments.size()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        arguments.remove(at);
        return Optional.of(arguments.remove(at));
    }
}
