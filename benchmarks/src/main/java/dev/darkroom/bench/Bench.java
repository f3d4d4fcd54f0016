package dev.darkroom.bench;

import dev.darkroom.bench.compare.Compare;
import dev.darkroom.bench.leak.Leak;
import dev.darkroom.bench.memory.MemoryBench;
import dev.darkroom.bench.report.Report;
import dev.darkroom.bench.soak.Soak;
import dev.darkroom.bench.worker.WorkerBench;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Main class of the benchmarks: {@code Bench ROOT [compare|memory|worker|report|leak|soak] ARGUMENT...}. Exit status: 1 if a run fails, 2
 * if the arguments are wrong.
 */
public final class Bench {
    private Bench() {}

    /** Runs it. */
    public static void main(String[] given) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path root = Path.of(given[0]);
        List<String> arguments = new ArrayList<>(List.of(given).subList(2, given.length));
        try {
            switch (given[1]) {
                case "compare" -> new Compare(root, out, System.err).run(arguments);
                case "memory" -> new MemoryBench(root, out).run(arguments);
                case "report" -> new Report(root, out).run();
                case "worker" -> new WorkerBench(root, out, System.err).run(arguments);
                case "leak" -> System.exit(new Leak(root, out).run(arguments) ? 0 : 1);
                case "soak" -> System.exit(new Soak(root, out).run(arguments) ? 0 : 1);
                default -> throw new IllegalArgumentException("unknown benchmark: " + given[1]);
            }
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(2);
        }
    }
}
