package dev.darkroom.pipeline.corpus;

import dev.darkroom.pipeline.corpus.CorpusPipeline.Produced;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts per folder of the corpus and per expected verdict, for people. */
final class CorpusCounts {
    private final Map<String, int[]> outcomes = new TreeMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, Integer> compared = new HashMap<>();
    private final long start = System.nanoTime();

    void count(Produced produced) {
        String kind = produced.file().folder() + ", " + produced.file().verdict();
        kinds.put(produced.file().path(), kind);
        int outcome = produced.completed() ? 0 : produced.rejected() ? 1 : 2;
        outcomes.computeIfAbsent(kind, k -> new int[3])[outcome]++;
    }

    void compared(String path) {
        compared.merge(kinds.get(path), 1, Integer::sum);
    }

    int compared() {
        return compared.values().stream().mapToInt(n -> n).sum();
    }

    void print(List<Deviation> deviations, List<KnownDeviation> listed) {
        outcomes.forEach((kind, n) -> {
            long known = deviations.stream()
                    .filter(deviation -> kind.equals(kinds.get(deviation.path())))
                    .filter(deviation -> listed.stream().anyMatch(row -> row.covers(deviation)))
                    .count();
            System.out.printf(
                    "CorpusTest: %-28s %4d completed, %4d rejected, %d failed; %4d compared with libvips; %d listed%n",
                    kind, n[0], n[1], n[2], compared.getOrDefault(kind, 0), known);
        });
        System.out.printf("CorpusTest: %d s%n", (System.nanoTime() - start) / 1_000_000_000);
    }
}
