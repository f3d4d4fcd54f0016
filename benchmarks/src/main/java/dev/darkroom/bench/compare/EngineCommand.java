package dev.darkroom.bench.compare;

import java.util.List;
import java.util.Map;

/**
 * The command that starts an engine.
 *
 * @param command the command, without the arguments of the job
 * @param environment environment variables in addition to those of this process
 * @param cores cores to which the process is pinned; a pass uses one thread per core
 */
record EngineCommand(String name, List<String> command, Map<String, String> environment, List<Integer> cores) {
    /** On one core. */
    EngineCommand(String name, List<String> command) {
        this(name, command, Map.of());
    }

    /** On one core. */
    EngineCommand(String name, List<String> command, Map<String, String> environment) {
        this(name, command, environment, CpuAffinity.lastCores(1));
    }

    /** The same engine on other cores. Its name contains the cores. */
    EngineCommand on(List<Integer> otherCores) {
        String title = (otherCores.size() == 1 ? "core " : "cores ")
                + String.join("+", otherCores.stream().map(String::valueOf).toList());
        return new EngineCommand(name + ", " + title, command, environment, otherCores);
    }

    /** The name of the folder for its variants. */
    String folder() {
        return name.replaceAll("[^a-z0-9A-Z]+", "-");
    }

    /**
     * @param part a part of the name, or {@code =} and the whole name
     */
    boolean isNamed(String part) {
        return part.startsWith("=") ? name.equals(part.substring(1)) : name.contains(part);
    }
}
