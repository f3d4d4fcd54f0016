package dev.darkroom.upload;

import dev.darkroom.core.Limits;
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
record Limitations(Duration readTime, int arriving, int memory, int queue, Duration queueWait) {
    static final int MAX_FILE_BYTES = (int) (5 * Limits.MIB);

    /** Longer, and a client had better come again. */
    private static final Duration LONGEST_AT_THE_DOOR = Duration.ofSeconds(2);

    static Limitations of(Map<String, String> settings) {
        boolean given = !Variable.UPLOAD_MEMORY.in(settings).isEmpty();
        long memory = given
                ? Variable.UPLOAD_MEMORY.number(settings)
                : Math.min(Runtime.getRuntime().maxMemory() / 4, Integer.MAX_VALUE);
        if (memory <= MAX_FILE_BYTES) {
            throw new IllegalArgumentException(
                    "UPLOAD_MEMORY must be more than one file may have, " + MAX_FILE_BYTES + " bytes, not " + memory);
        }
        return new Limitations(
                Duration.ofSeconds(Variable.READ_SECONDS.number(settings)),
                Variable.ARRIVING.number(settings),
                (int) memory,
                Variable.QUEUE.number(settings),
                Duration.ofSeconds(Variable.QUEUE_SECONDS.number(settings)));
    }

    Intake intake() {
        boolean isShort = queueWait.compareTo(LONGEST_AT_THE_DOOR) < 0;
        return new Intake(arriving, memory, isShort ? queueWait : LONGEST_AT_THE_DOOR);
    }

    Jobs jobs() {
        return new Jobs(queue, Runtime.getRuntime().availableProcessors());
    }

    Receiver receiver() {
        return new Receiver(MAX_FILE_BYTES, readTime);
    }
}
