package dev.darkroom.bench.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Holds a process to the machine's last cores, which fewer others use than the first. */
final class Pinning {
    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    private Pinning() {}

    /** What goes before a command; nothing where there is no {@code taskset}. */
    static List<String> prefix(int cores) {
        int last = Runtime.getRuntime().availableProcessors() - 1;
        return there() ? List.of(TASKSET.toString(), "-c", (last - cores + 1) + "-" + last) : List.of();
    }

    static boolean there() {
        return Files.isExecutable(TASKSET);
    }
}
