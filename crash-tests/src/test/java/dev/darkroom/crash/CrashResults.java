package dev.darkroom.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results of runs, by step and fault. Thread-safe. */
public final class CrashResults {
    private static final int LISTED = 40;

    private final CrashTarget part;
    private Duration took = Duration.ZERO;
    private final Map<String, Map<FaultKind, int[]>> rows = new LinkedHashMap<>();
    private final List<String> violations = new ArrayList<>();
    private int runs;
    private int met;
    private int bad;

    public CrashResults(CrashTarget part) {
        this.part = part;
    }

    synchronized void took(Duration time) {
        took = time;
    }

    public synchronized void add(CrashCase one, CrashResult verdict) {
        int[] cell = rows.computeIfAbsent(one.step().name(), step -> new EnumMap<>(FaultKind.class))
                .computeIfAbsent(one.fault(), fault -> new int[2]);
        runs++;
        met += verdict.met() ? 1 : 0;
        cell[0]++;
        if (!verdict.violations().isEmpty()) {
            bad++;
            cell[1]++;
            violations.add(one + " --only " + part.word() + "\n    " + String.join("\n    ", verdict.violations()));
        }
    }

    public synchronized int runs() {
        return runs;
    }

    /** The number of runs that violated a rule. */
    public synchronized int bad() {
        return bad;
    }

    public synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** A table whose cells are numbers of runs, with the number of violations after a {@code !}. */
    @Override
    public synchronized String toString() {
        StringBuilder text =
                new StringBuilder(part.word() + ", " + part.shown() + ": " + runs + " runs in " + took.toSeconds()
                        + " s, the fault was met in " + met + ", " + bad
                        + " with violations\n");
        text.append(String.format("%-18s", ""));
        for (FaultKind fault : FaultKind.values()) {
            text.append(String.format(" %9.9s", fault.name()));
        }
        text.append('\n');
        rows.forEach((step, cells) -> {
            text.append(String.format("%-18.18s", step));
            for (FaultKind fault : FaultKind.values()) {
                int[] cell = cells.get(fault);
                String shown = cell == null ? "-" : cell[0] + (cell[1] > 0 ? "!" + cell[1] : "");
                text.append(String.format(" %9s", shown));
            }
            text.append('\n');
        });
        violations.stream().limit(LISTED).forEach(line -> text.append(line).append('\n'));
        if (violations.size() > LISTED) {
            text.append("... and ").append(violations.size() - LISTED).append(" more\n");
        }
        return text.toString();
    }
}
