package dev.darkroom.hostile.fuzz;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The contract for any input: the library returns a result or its own exception, within a CPU time limit. Any other exception is passed on.
 */
public final class FuzzContract {
    /** Limit of the CPU time of the calling thread, with instrumented code. Jobs of small pictures need a hundredth of it. */
    static final Duration CPU = Duration.ofSeconds(10);

    private static final int LONGEST_MESSAGE = 400;

    private FuzzContract() {}

    /** An action with an input. */
    @FunctionalInterface
    interface FuzzAction {
        void run() throws ImageException;
    }

    static void keep(FuzzAction step) {
        long start = cpuNanos();
        try {
            step.run();
        } catch (ImageException e) {
            requireRefusal(e.failure(), e);
        }
        Duration took = Duration.ofNanos(cpuNanos() - start);
        if (took.compareTo(CPU) > 0) {
            throw new AssertionError("took " + took.toMillis() + " ms of CPU");
        }
    }

    /** Requires that the failure is the fault of the upload, and that its message is safe to show and to log. */
    public static void requireRefusal(Failure failure, @Nullable Throwable cause) {
        if (!failure.uploadsFault()) {
            throw new AssertionError("not the upload's fault: " + failure, cause);
        }
        String message = failure.message();
        if (message.isBlank() || message.length() > LONGEST_MESSAGE) {
            throw new AssertionError("a message of " + message.length() + " characters: " + message, cause);
        }
        if (message.chars().anyMatch(Character::isISOControl)) {
            throw new AssertionError("a message with control characters: " + message, cause);
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
