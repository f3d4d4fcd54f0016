package dev.darkroom.bench.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pins a process to cores of the machine. */
final class CpuAffinity {
    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    private CpuAffinity() {}

    /** The last cores of the machine. Other processes use them less than the first cores. */
    static List<Integer> lastCores(int count) {
        int cores = Runtime.getRuntime().availableProcessors();
        return IntStream.range(Math.max(0, cores - count), cores).boxed().toList();
    }

    /** The command prefix that pins a process to cores; empty if there is no {@code taskset}. */
    static List<String> prefix(List<Integer> cores) {
        String list = cores.stream().map(String::valueOf).collect(Collectors.joining(","));
        return there() ? List.of(TASKSET.toString(), "-c", list) : List.of();
    }

    static boolean there() {
        return Files.isExecutable(TASKSET);
    }
}
