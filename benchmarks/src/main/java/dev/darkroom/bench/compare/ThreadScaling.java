package dev.darkroom.bench.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The speed-up of an engine on several cores, compared with one core. The cores differ in speed. The best possible value is the number of
 * cores.
 */
final class ThreadScaling {
    private ThreadScaling() {}

    /** The speed-ups by engine name, for engines that ran on each core alone and on all cores together. */
    static Map<String, Quartiles> of(List<EngineResult> standings) {
        Map<String, Quartiles> byEngine = new LinkedHashMap<>();
        for (EngineResult together : standings) {
            List<List<Pass>> alone = standings.stream()
                    .filter(each -> each.cores() == 1 && engine(each).equals(engine(together)))
                    .map(EngineResult::passes)
                    .toList();
            if (together.cores() > 1 && alone.size() == together.cores()) {
                byEngine.put(engine(together), Quartiles.of(speedups(together.passes(), alone)));
            }
        }
        return byEngine;
    }

    /** The speed-ups compared with the mean speed of the cores, round by round. */
    static List<Double> speedups(List<Pass> together, List<List<Pass>> alone) {
        List<Double> speedups = new ArrayList<>();
        for (int i = 0; i < together.size(); i++) {
            int round = i;
            double meanSpeed = alone.stream()
                    .mapToDouble(passes -> 1 / passes.get(round).wallMs())
                    .average()
                    .orElseThrow();
            speedups.add(1 / together.get(round).wallMs() / meanSpeed);
        }
        return speedups;
    }

    private static String engine(EngineResult standing) {
        return standing.name().replaceFirst(", cores? [^,]*$", "");
    }
}
