package dev.darkroom.crash;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Main class of the crash tests, which runs the whole matrix or a part of it: {@code ./darkroom crash}. Exit status: 1 if a rule was
 * violated.
 */
public final class Crash {
    private static final int THREADS = 2;
    /**
     * Share of all runs, in percent. The last targets start a process for each run, so they have few runs, but each combination at least
     * once.
     */
    private static final Map<CrashTarget, Integer> SHARE = Map.of(
            CrashTarget.WORKER,
            48,
            CrashTarget.SERVLET,
            48,
            CrashTarget.WORKER_ON_SOCKETS,
            4,
            CrashTarget.WORKER_PROCESS,
            1);

    private int runs = 5000;
    private long seed = 1;
    private Optional<CrashTarget> only = Optional.empty();
    private Optional<String> step = Optional.empty();
    private Optional<FaultKind> fault = Optional.empty();

    private Crash(String[] args) {
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--seed" -> {
                    seed = Long.parseLong(args[++i]);
                    runs = 1;
                }
                case "--from" -> seed = Long.parseLong(args[++i]);
                case "--step" -> step = Optional.of(args[++i]);
                case "--fault" -> fault = Optional.of(FaultKind.valueOf(args[++i]));
                case "--only" ->
                    only = Optional.of(CrashTarget.valueOf(
                            args[++i].toUpperCase(Locale.ROOT).replace('-', '_')));
                default -> runs = Integer.parseInt(args[i]);
            }
        }
    }

    public static void main(String[] args) {
        System.exit(new Crash(args).run() ? 0 : 1);
    }

    private boolean run() {
        int all = 0;
        int bad = 0;
        long start = System.nanoTime();
        for (CrashTarget part : CrashTarget.values()) {
            if (only.orElse(part) == part) {
                CrashResults table = table(part);
                System.out.println(table);
                all += table.runs();
                bad += table.bad();
            }
        }
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        System.out.println(
                all + " runs, each with a clean one after it, in " + seconds + " s: " + bad + " broke a rule");
        return bad == 0;
    }

    private CrashResults table(CrashTarget part) {
        long start = System.nanoTime();
        Predicate<CrashCase> wanted = one ->
                step.orElse(one.step().name()).equals(one.step().name()) && fault.orElse(one.fault()) == one.fault();
        int share = only.isPresent() ? runs : Math.max(1, runs * SHARE.getOrDefault(part, 1) / 100);
        CrashResults table;
        try (SystemUnderTest subject = part.open()) {
            table = CrashMatrix.run(part, CrashMatrix.cases(subject, share, seed, wanted), THREADS);
        }
        table.took(Duration.ofNanos(System.nanoTime() - start));
        return table;
    }
}
