package dev.darkroom.upload;

import dev.darkroom.core.Limits;
import dev.darkroom.upload.body.AdmissionControl;
import dev.darkroom.upload.body.UploadReceiver;
import java.time.Duration;
import java.util.Map;

/**
 * The limits of the servlet.
 *
 * @param readTime time within which a body must arrive
 * @param arriving bodies that may arrive at the same time
 * @param memory bytes of uploads that may be in memory at the same time
 * @param queue jobs that may run or wait at the same time
 * @param queueWait time for which a job may wait for memory
 */
record ServletLimits(Duration readTime, int arriving, int memory, int queue, Duration queueWait) {
    static final int MAX_FILE_BYTES = (int) (5 * Limits.MIB);

    /** The longest time that a request waits for admission. After that the client should retry. */
    private static final Duration LONGEST_ADMISSION_WAIT = Duration.ofSeconds(2);

    static ServletLimits of(Map<String, String> settings) {
        boolean given = !ServletVariable.UPLOAD_MEMORY.in(settings).isEmpty();
        long memory = given
                ? ServletVariable.UPLOAD_MEMORY.number(settings)
                : Math.min(Runtime.getRuntime().maxMemory() / 4, Integer.MAX_VALUE);
        if (memory <= MAX_FILE_BYTES) {
            throw new IllegalArgumentException(
                    "UPLOAD_MEMORY must be larger than the largest file, " + MAX_FILE_BYTES + " bytes, not " + memory);
        }
        return new ServletLimits(
                Duration.ofSeconds(ServletVariable.READ_SECONDS.number(settings)),
                ServletVariable.ARRIVING.number(settings),
                (int) memory,
                ServletVariable.QUEUE.number(settings),
                Duration.ofSeconds(ServletVariable.QUEUE_SECONDS.number(settings)));
    }

    AdmissionControl admission() {
        boolean isShort = queueWait.compareTo(LONGEST_ADMISSION_WAIT) < 0;
        return new AdmissionControl(arriving, memory, isShort ? queueWait : LONGEST_ADMISSION_WAIT);
    }

    JobQueue jobs() {
        return new JobQueue(queue, Runtime.getRuntime().availableProcessors());
    }

    UploadReceiver receiver() {
        return new UploadReceiver(MAX_FILE_BYTES, readTime);
    }
}
