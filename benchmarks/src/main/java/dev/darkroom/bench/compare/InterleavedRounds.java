package dev.darkroom.bench.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the passes of several running engines in rounds. Each round runs every engine once and starts with a different engine. */
final class InterleavedRounds {
    private final List<EngineProcess> engines;
    private final Map<String, List<Pass>> passes = new LinkedHashMap<>();

    InterleavedRounds(List<EngineProcess> engines) {
        this.engines = engines;
        engines.forEach(engine -> passes.put(engine.contestant().name(), new ArrayList<>()));
    }

    InterleavedRounds warmUp(int rounds, Consumer<String> progress) throws IOException {
        for (int round = 1; round <= rounds; round++) {
            progress.accept("warming up, " + round + " of " + rounds);
            for (EngineProcess engine : engines) {
                engine.run();
            }
        }
        return this;
    }

    InterleavedRounds run(int rounds, Consumer<String> progress) throws IOException {
        for (int round = 0; round < rounds; round++) {
            progress.accept("round " + (round + 1) + " of " + rounds);
            for (int i = 0; i < engines.size(); i++) {
                EngineProcess engine = engines.get((round + i) % engines.size());
                passes.computeIfAbsent(engine.contestant().name(), name -> new ArrayList<>())
                        .add(engine.run());
            }
        }
        return this;
    }

    /** By engine, in the order of the rounds. */
    Map<String, List<Pass>> passes() {
        return passes;
    }
}
