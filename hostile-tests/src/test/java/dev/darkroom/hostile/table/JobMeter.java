package dev.darkroom.hostile.table;

import dev.darkroom.core.Limits;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Measures the CPU time and the heap growth of a job.
 *
 * <p>CPU time is that of the calling thread and of the threads of the pipelines. Heap growth is the peak usage of the heap's pools,
 * including garbage, minus their usage after a collection directly before. This is more than the job needs, so if it is within the limit,
 * the job passes. If it exceeds the limit, {@link #withRoomFor} decides: it fills the heap until only the given number of bytes is free and
 * runs the job again.
 */
public final class JobMeter {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<MemoryPoolMXBean> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    private static final int PIECE = 64 * 1024;

    private JobMeter() {}

    /**
     * @param heapBytes growth of the heap in bytes, including garbage
     * @param printed text that was written to standard output and error
     */
    record Measurement<T>(T result, long heapBytes, String printed) {}

    static <T> Measurement<T> measure(Supplier<T> job) {
        collect();
        long idle = used();
        HEAP.forEach(MemoryPoolMXBean::resetPeakUsage);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        T result = printingTo(printed, job);
        long peak =
                HEAP.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Measurement<>(result, peak - idle, printed.toString(StandardCharsets.UTF_8));
    }

    /** Runs the job in a heap with only the given number of free bytes. */
    static <T> T withRoomFor(long bytes, Supplier<T> job) {
        List<byte[]> ballast = new ArrayList<>();
        collect();
        for (long left = Runtime.getRuntime().maxMemory() - used(); left > bytes; left -= PIECE) {
            ballast.add(new byte[PIECE - 16]);
        }
        T result = job.get();
        ballast.clear();
        return result;
    }

    /** CPU time of this thread and of the threads of the pipelines, in nanoseconds. */
    static long cpu() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null
                        && (thread.getThreadId() == Thread.currentThread().getId()
                                || thread.getThreadName().startsWith("darkroom-")))
                .mapToLong(thread -> Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId())))
                .sum();
    }

    private static <T> T printingTo(ByteArrayOutputStream printed, Supplier<T> job) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        try {
            return job.get();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static void collect() {
        System.gc();
    }

    private static long used() {
        return HEAP.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    public static String mib(long bytes) {
        return String.format("%.1f MiB", (double) bytes / Limits.MIB);
    }
}
