package dev.darkroom.bench.soak;

import dev.darkroom.bench.engine.ProcessFacts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * This process while no job is under way.
 *
 * @param seconds since the start
 * @param jobs that have ended
 * @param residentKib without the heap's unused part, after a collection
 * @param heapKib in use after it
 * @param temporaryFiles in the folder for them
 */
record ProcessSample(
        long seconds, long jobs, long residentKib, long heapKib, int threads, long descriptors, long temporaryFiles) {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    static ProcessSample now(long seconds, long jobs) {
        System.gc();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new ProcessSample(
                seconds,
                jobs,
                ProcessFacts.residentKib() - (heap.getCommitted() - heap.getUsed()) / 1024,
                heap.getUsed() / 1024,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                entries(DESCRIPTORS),
                entries(Path.of(System.getProperty("java.io.tmpdir"))));
    }

    /** 0 where there is no such folder. */
    private static long entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        } catch (IOException none) {
            return 0;
        }
    }
}
