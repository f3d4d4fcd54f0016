package dev.darkroom.bench.engine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Reads processor time and memory of a process from the system. */
public final class ProcessFacts {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private ProcessFacts() {}

    /** CPU time of all threads of this process, in nanoseconds. */
    public static long cpuNanos() {
        return SYSTEM.getProcessCpuTime();
    }

    /** Peak resident memory of this process, in KiB; 0 if the system does not report it. */
    public static long peakKib() {
        return kib(Path.of("/proc/self/status"), "VmHWM:");
    }

    /** Peak resident memory of another process, in KiB; also 0 if it has ended. */
    public static long peakKib(long pid) {
        return kib(Path.of("/proc/" + pid + "/status"), "VmHWM:");
    }

    /** Memory resident now, in KiB. */
    public static long residentKib() {
        return kib(Path.of("/proc/self/status"), "VmRSS:");
    }

    private static long kib(Path status, String field) {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | RuntimeException gone) {
            return 0;
        }
    }
}
