package dev.darkroom.crash;

import dev.darkroom.crash.worker.WorkerInMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The whole matrix, or a part of it: {@code ./darkroom crash}. Exit status 1 when a rule was broken. */
public final class Crash {
    private Crash() {}

    public static void main(String[] args) {
        int runs = 5000;
        long seed = 1;
        Optional<String> step = Optional.empty();
        Optional<String> fault = Optional.empty();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--seed" -> seed = Long.parseLong(args[++i]);
                case "--step" -> step = Optional.of(args[++i]);
                case "--fault" -> fault = Optional.of(args[++i]);
                default -> runs = Integer.parseInt(args[i]);
            }
        }
        List<Table> tables = new ArrayList<>();
        long start = System.nanoTime();
        Optional<String> atStep = step;
        Optional<String> withFault = fault;
        try (Subject worker = new WorkerInMemory()) {
            tables.add(Matrix.run("fly-worker in memory", WorkerInMemory::new, Matrix.cases(worker, runs, seed, one ->
                    one.step().name().equals(atStep.orElse(one.step().name())) && one.fault().name().equals(withFault.orElse(one.fault().name()))), 2));
        }
        System.out.println(tables.get(0));
        System.out.println(Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
        System.exit(tables.stream().allMatch(table -> table.bad() == 0) ? 0 : 1);
    }
}
