package dev.darkroom.hostile.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Records how long after their deadline jobs ended, in nanoseconds. */
final class DeadlineOverruns {
    private int refused;
    private final List<Long> wall = new ArrayList<>();
    private final List<Long> beyondStep = new ArrayList<>();
    private final List<Long> computedBeyondStep = new ArrayList<>();

    /**
     * @param computed CPU time between the deadline and the end of the job, of the thread that used the most
     * @param step the estimated time of the call that was running
     */
    void add(long nanos, long computed, long step) {
        wall.add(nanos);
        beyondStep.add(Math.max(0, nanos - step));
        computedBeyondStep.add(Math.max(0, Math.min(nanos, computed) - step));
    }

    /** Counts a job that was refused because the estimate for its longest call exceeded its deadline. */
    void addRefused() {
        refused++;
    }

    int count() {
        return wall.size();
    }

    double computedBeyondStepMillis(double share) {
        return millis(computedBeyondStep, share);
    }

    private static double millis(List<Long> values, double share) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.isEmpty()
                ? 0
                : sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1)) / 1e6;
    }

    @Override
    public String toString() {
        return "%d refused beforehand, %d stopped; ms late: %s; beyond the reported step: %s; computing: %s"
                .formatted(refused, wall.size(), told(wall), told(beyondStep), told(computedBeyondStep));
    }

    private static String told(List<Long> values) {
        return String.format(
                Locale.ROOT,
                "p50 %.1f p99 %.1f max %.1f",
                millis(values, 0.5),
                millis(values, 0.99),
                millis(values, 1));
    }
}
