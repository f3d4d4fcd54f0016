package dev.darkroom.hostile.mutation;

import dev.darkroom.hostile.CodecFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts the results of mutants. Thread-safe. */
final class MutationCounts {
    private static final int MOST_SHOWN = 40;

    private final Map<String, Map<String, Integer>> table = new TreeMap<>();
    private final Map<String, Integer> disagreements = new TreeMap<>();
    private final Map<CodecFamily, String> slowest = new TreeMap<>();
    private final Map<CodecFamily, Long> slowestMillis = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    synchronized void add(Mutant mutant, Map<CodecFamily, MutantResult> verdicts) {
        Map<String, Integer> row =
                table.computeIfAbsent(String.format("%-5s %s", mutant.format(), mutant.kind()), key -> new TreeMap<>());
        MutantResult portable = verdicts.get(CodecFamily.PORTABLE);
        row.merge(portable.word(), 1, Integer::sum);
        verdicts.forEach((family, verdict) -> {
            if (verdict.cpuMillis() > slowestMillis.getOrDefault(family, -1L)) {
                slowestMillis.put(family, verdict.cpuMillis());
                slowest.put(family, mutant.toString());
            }
        });
        MutantResult fast = verdicts.getOrDefault(CodecFamily.FAST_LANE, portable);
        if (portable.completed() != fast.completed()) {
            row.merge("disagree", 1, Integer::sum);
            Optional<Disagreement> known = Disagreement.of(portable, fast);
            disagreements.merge(known.map(Disagreement::reason).orElse("UNEXPLAINED"), 1, Integer::sum);
            if (known.isEmpty()) {
                faults.add(mutant + ": portable: " + portable.message() + " | fast lane: " + fast.message());
            }
        }
    }

    synchronized void fault(Mutant mutant, Throwable thrown) {
        faults.add(mutant + ": " + thrown + (thrown.getCause() == null ? "" : " by " + thrown.getCause()));
    }

    /** The violations of the contract. */
    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized int count() {
        return table.values().stream()
                .flatMap(row -> row.entrySet().stream())
                .filter(cell -> !cell.getKey().equals("disagree"))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    synchronized List<String> lines() {
        List<String> columns =
                List.of("completed", "Malformed", "OverLimit", "Unsupported", "Unrecognized", "Disallowed", "disagree");
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%-24s %s", "format, mutation", String.join(" ", columns)));
        table.forEach((name, row) -> {
            StringBuilder line = new StringBuilder(String.format("%-24s", name));
            columns.forEach(
                    column -> line.append(String.format(" %" + column.length() + "d", row.getOrDefault(column, 0))));
            lines.add(line.toString());
        });
        disagreements.forEach((reason, count) -> lines.add(count + " disagreements: " + reason));
        slowest.forEach((family, mutant) ->
                lines.add("slowest, " + family + ": " + slowestMillis.get(family) + " ms of CPU, " + mutant));
        faults.stream().limit(MOST_SHOWN).forEach(lines::add);
        return lines;
    }
}
