package dev.darkroom.bench.compare;

import java.util.List;
import java.util.Map;

/**
 * An engine to be started.
 *
 * @param command without the job's arguments
 * @param environment beside that of this process
 * @param cores of each pass, a thread for each; the process is pinned to them
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

    /** The same engine elsewhere: its name tells where. */
    EngineCommand on(List<Integer> otherCores) {
        String title = (otherCores.size() == 1 ? "core " : "cores ")
                + String.join("+", otherCores.stream().map(String::valueOf).toList());
        return new EngineCommand(name + ", " + title, command, environment, otherCores);
    }

    /** The name of the folder of what it made. */
    String folder() {
        return name.replaceAll("[^a-z0-9A-Z]+", "-");
    }

    /**
     * @param part of the name, or all of it after {@code =}
     */
    boolean isNamed(String part) {
        return part.startsWith("=") ? name.equals(part.substring(1)) : name.contains(part);
    }
}
