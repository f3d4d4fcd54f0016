package dev.darkroom.bench.worker;

import dev.darkroom.world.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the workers to compare. */
final class WorkerCommands {
    private final Path root;

    public WorkerCommands(Path root) {
        this.root = root;
    }

    /**
     * The fly-worker, with its launcher if it has one, and optionally another worker.
     *
     * @param other a folder with a Node worker: {@code worker.mjs} and {@code package.json}
     */
    List<WorkerCommand> find(Optional<Path> other) throws IOException, InterruptedException {
        Path ours = root.resolve("examples/fly-worker");
        Path launcher = ours.resolve("bin/fly-worker");
        List<WorkerCommand> workers = new ArrayList<>();
        WorkerCommand plain = new WorkerCommand(
                "fly-worker, java -jar",
                List.of(
                        Jdk.running().java().toString(),
                        "-jar",
                        ours.resolve("target/fly-worker.jar").toString()),
                ours);
        if (Files.isExecutable(launcher)) {
            workers.add(new WorkerCommand("fly-worker", List.of(launcher.toString()), ours));
        }
        workers.add(plain);
        if (other.isPresent()) {
            Path copy = installed(other.get());
            workers.add(new WorkerCommand("worker in Node", List.of("node", "worker.mjs"), copy));
        }
        return workers;
    }

    /** A copy of the folder with its packages installed, because the given folder may be read-only. */
    private Path installed(Path folder) throws IOException, InterruptedException {
        Path copy = root.resolve("benchmarks/target/scratch/node-worker");
        Files.createDirectories(copy);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(String.valueOf(file.getFileName())), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!Files.isDirectory(copy.resolve("node_modules")) && !install(copy, List.of())) {
            // a mirror may list packages before it has all their dependencies
            String lastWeek = LocalDate.now(ZoneOffset.UTC).minusDays(7).toString();
            if (!install(copy, List.of("--before", lastWeek))) {
                throw new IOException(
                        "npm could not install the worker's packages: " + Files.readString(copy.resolve("npm.log")));
            }
        }
        return copy;
    }

    private static boolean install(Path folder, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund"));
        command.addAll(options);
        Process npm = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("npm.log").toFile())
                .start();
        return npm.waitFor() == 0;
    }
}
