package dev.darkroom.hostile.table;

import dev.darkroom.core.Failure;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Outcome;
import dev.darkroom.hostile.table.JobMeter.Measurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of one case with one service: the complaints and the resources used. If the case has many inputs, CPU time counts per input
 * and memory for all together.
 *
 * @param complaints errors, which start with the name of the case; empty if there are none
 * @param cpuNanos CPU time of the slowest input, in nanoseconds
 * @param heapBytes growth of the heap in bytes, including garbage
 * @param memoryBytes peak of the job's {@code Memory} outside the heap, in bytes
 */
public record HostileCaseCheck(
        List<String> complaints, List<Outcome> outcomes, long cpuNanos, long heapBytes, long memoryBytes) {
    private static final Duration CPU = Duration.ofSeconds(2);
    private static final int MOST_CPU_TRIES = 3;
    private static final int MOST_TRIES = 20;
    private static final long MEMORY = 64 * Limits.MIB;

    private record Run(byte[] file, Outcome outcome, long cpu) {}

    public static HostileCaseCheck of(HostileCaseService service, HostileCase row) {
        List<byte[]> files = row.inputs().get().toList();
        service.memory().forget(row.svg());
        long before = service.memory().used();
        Measurement<List<Run>> measured = JobMeter.measure(() -> runs(service, row, files));
        List<Run> runs = measured.result();
        long slowest = runs.stream().mapToLong(Run::cpu).max().orElseThrow();
        long memory = service.memory().peak() - before;

        List<String> wrong = outcomes(service, row, runs);
        if (!measured.printed().isEmpty()) {
            wrong.add("printed: " + measured.printed());
        }
        if (service.memory().used() != before) {
            wrong.add("keeps bytes of Memory: " + (service.memory().used() - before));
        }
        if (slowest >= CPU.toNanos()) {
            wrong.add("takes " + slowest / 1_000_000 + " ms of CPU time");
        }
        if (measured.heapBytes() + memory > MEMORY) {
            wrong.addAll(withLittleRoom(service, row, files, MEMORY - memory));
        }
        List<String> complaints =
                wrong.stream().map(words -> row.name() + ": " + words).toList();
        List<Outcome> outcomes = runs.stream().map(Run::outcome).toList();
        return new HostileCaseCheck(complaints, outcomes, slowest, measured.heapBytes(), memory);
    }

    private static List<Run> runs(HostileCaseService service, HostileCase row, List<byte[]> files) {
        List<Run> runs = new ArrayList<>();
        for (byte[] file : files) {
            runs.add(run(service, row, file));
        }
        return runs;
    }

    /**
     * Runs an input, several times if necessary. On a busy machine a job can reach its deadline without using much CPU time; then it runs
     * again. A busy core is also slower, so too much CPU time counts only if it occurs in every run.
     */
    private static Run run(HostileCaseService service, HostileCase row, byte[] file) {
        Run run = once(service, row, file);
        for (int tries = 1; tries < MOST_TRIES && isStoppedByTheClock(run, row, service); tries++) {
            run = once(service, row, file);
        }
        for (int tries = 1; tries < MOST_CPU_TRIES && run.cpu() >= CPU.toNanos(); tries++) {
            run = once(service, row, file);
        }
        return run;
    }

    /**
     * Whether the deadline stopped the job although it used little CPU time. This is checked first, without the renditions, because the
     * heap may be almost full.
     */
    private static boolean isStoppedByTheClock(Run run, HostileCase row, HostileCaseService service) {
        Failure failure = ExpectedOutcome.failureOf(run.outcome());
        boolean clock = failure instanceof Failure.Stopped
                || failure instanceof Failure.OverLimit limit && limit.kind() == Failure.OverLimit.Kind.TIME;
        return clock
                && run.cpu() < CPU.toNanos()
                && row.expected()
                        .complaint(run.file(), run.outcome(), service.family())
                        .isPresent();
    }

    private static Run once(HostileCaseService service, HostileCase row, byte[] file) {
        long before = JobMeter.cpu();
        Outcome outcome = service.process(row, file);
        return new Run(file, outcome, JobMeter.cpu() - before);
    }

    private static List<String> outcomes(HostileCaseService service, HostileCase row, List<Run> runs) {
        List<String> complaints = new ArrayList<>();
        for (Run run : runs) {
            row.expected()
                    .complaint(run.file(), run.outcome(), service.family())
                    .ifPresent(words -> complaints.add("of " + run.file().length + " bytes: " + words));
        }
        return complaints;
    }

    /** Decides whether the heap growth was garbage: the case runs again with little free heap, and it must have the same outcomes. */
    private static List<String> withLittleRoom(
            HostileCaseService service, HostileCase row, List<byte[]> files, long room) {
        if (room <= 0) {
            return List.of("takes all of " + JobMeter.mib(MEMORY) + " outside of the heap");
        }
        return outcomes(service, row, JobMeter.withRoomFor(room, () -> runs(service, row, files))).stream()
                .map(words -> "with " + JobMeter.mib(room) + " of heap, " + words)
                .toList();
    }
}
