package dev.darkroom.hostile.fuzz;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What holds for any input: an end of the library's own kind, soon. Whatever else is thrown goes through. */
public final class FuzzContract {
    /** Of the calling thread, in code that counts its coverage; jobs of small pictures take a hundredth of it. */
    static final Duration CPU = Duration.ofSeconds(10);

    private static final int LONGEST_MESSAGE = 400;

    private FuzzContract() {}

    /** Something done with an input. */
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

    /** The upload's own fault, in words that can be shown to anybody and written to a log. */
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
