package dev.darkroom.bench.soak;

import dev.darkroom.bench.engine.ProcessFacts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Measurements of this process while no job is running.
 *
 * @param seconds seconds since the start
 * @param jobs jobs that have ended
 * @param residentKib resident memory in KiB without the unused part of the heap, after a garbage collection
 * @param heapKib used heap in KiB after that collection
 * @param temporaryFiles files in the folder for temporary files
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

    /** The number of files in a folder; 0 if the folder does not exist. */
    private static long entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        } catch (IOException none) {
            return 0;
        }
    }
}
