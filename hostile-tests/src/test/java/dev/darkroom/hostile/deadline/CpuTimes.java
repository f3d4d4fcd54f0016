package dev.darkroom.hostile.deadline;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;

/** The CPU time of each thread of this process at one moment, in nanoseconds by thread id. Other processes do not influence it. */
record CpuTimes(Map<Long, Long> nanos) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static CpuTimes now() {
        Map<Long, Long> nanos = new HashMap<>();
        for (long thread : THREADS.getAllThreadIds()) {
            nanos.put(thread, THREADS.getThreadCpuTime(thread));
        }
        return new CpuTimes(nanos);
    }

    /** The CPU time of the thread that has used the most since {@code before}, in nanoseconds. */
    long mostSince(CpuTimes before) {
        long most = 0;
        for (Map.Entry<Long, Long> thread : nanos.entrySet()) {
            most = Math.max(most, thread.getValue() - before.nanos.getOrDefault(thread.getKey(), 0L));
        }
        return most;
    }
}
