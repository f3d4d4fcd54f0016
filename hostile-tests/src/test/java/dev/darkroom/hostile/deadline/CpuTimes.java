package dev.darkroom.hostile.deadline;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;

/** What each thread of this process had computed at a moment: what other processes take away from ours is not in it. */
record CpuTimes(Map<Long, Long> nanos) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static CpuTimes now() {
        Map<Long, Long> nanos = new HashMap<>();
        for (long thread : THREADS.getAllThreadIds()) {
            nanos.put(thread, THREADS.getThreadCpuTime(thread));
        }
        return new CpuTimes(nanos);
    }

    /** Of the thread that computed most since then. */
    long mostSince(CpuTimes before) {
        long most = 0;
        for (Map.Entry<Long, Long> thread : nanos.entrySet()) {
            most = Math.max(most, thread.getValue() - before.nanos.getOrDefault(thread.getKey(), 0L));
        }
        return most;
    }
}
