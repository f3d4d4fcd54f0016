package dev.darkroom.bench.compare;

import java.util.List;
import java.util.Map;

/**
 * An engine to be started.
 *
 * @param command without the job's arguments
 * @param environment beside that of this process
 * @param threads of each pass; the process is pinned to as many cores
 */
record Contestant(String name, List<String> command, Map<String, String> environment, int threads) {
    Contestant(String name, List<String> command) {
        this(name, command, Map.of(), 1);
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
