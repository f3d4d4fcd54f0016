package dev.darkroom.upload;

import dev.darkroom.core.Limits;
import dev.darkroom.upload.body.AdmissionControl;
import dev.darkroom.upload.body.UploadReceiver;
import java.time.Duration;
import java.util.Map;

/**
 * How much of everything there may be.
 *
 * @param readTime for a body to arrive
 * @param arriving bodies at once
 * @param memory bytes of uploads at once
 * @param queue jobs at once
 * @param queueWait for memory
 */
record ServletLimits(Duration readTime, int arriving, int memory, int queue, Duration queueWait) {
    static final int MAX_FILE_BYTES = (int) (5 * Limits.MIB);

    /** Longer, and a client had better come again. */
    private static final Duration LONGEST_AT_THE_DOOR = Duration.ofSeconds(2);

    static ServletLimits of(Map<String, String> settings) {
        boolean given = !ServletVariable.UPLOAD_MEMORY.in(settings).isEmpty();
        long memory = given
                ? ServletVariable.UPLOAD_MEMORY.number(settings)
                : Math.min(Runtime.getRuntime().maxMemory() / 4, Integer.MAX_VALUE);
        if (memory <= MAX_FILE_BYTES) {
            throw new IllegalArgumentException(
                    "UPLOAD_MEMORY must be more than one file may have, " + MAX_FILE_BYTES + " bytes, not " + memory);
        }
        return new ServletLimits(
                Duration.ofSeconds(ServletVariable.READ_SECONDS.number(settings)),
                ServletVariable.ARRIVING.number(settings),
                (int) memory,
                ServletVariable.QUEUE.number(settings),
                Duration.ofSeconds(ServletVariable.QUEUE_SECONDS.number(settings)));
    }

    AdmissionControl intake() {
        boolean isShort = queueWait.compareTo(LONGEST_AT_THE_DOOR) < 0;
        return new AdmissionControl(arriving, memory, isShort ? queueWait : LONGEST_AT_THE_DOOR);
    }

    JobQueue jobs() {
        return new JobQueue(queue, Runtime.getRuntime().availableProcessors());
    }

    UploadReceiver receiver() {
        return new UploadReceiver(MAX_FILE_BYTES, readTime);
    }
}
