package dev.darkroom.bench.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Holds a process to cores of the machine. */
final class CpuAffinity {
    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    private CpuAffinity() {}

    /** The machine's last cores, which fewer others use than the first. */
    static List<Integer> lastCores(int count) {
        int cores = Runtime.getRuntime().availableProcessors();
        return IntStream.range(Math.max(0, cores - count), cores).boxed().toList();
    }

    /** What goes before a command; nothing where there is no {@code taskset}. */
    static List<String> prefix(List<Integer> cores) {
        String list = cores.stream().map(String::valueOf).collect(Collectors.joining(","));
        return there() ? List.of(TASKSET.toString(), "-c", list) : List.of();
    }

    static boolean there() {
        return Files.isExecutable(TASKSET);
    }
}
