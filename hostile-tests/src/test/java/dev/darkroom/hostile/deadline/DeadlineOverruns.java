package dev.darkroom.hostile.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long after they should, jobs ended. In nanoseconds. */
final class DeadlineOverruns {
    private int refused;
    private final List<Long> wall = new ArrayList<>();
    private final List<Long> beyondStep = new ArrayList<>();
    private final List<Long> computedBeyondStep = new ArrayList<>();

    /**
     * @param computed by whichever thread computed most from when the job should have ended to when it did
     * @param step the estimate for the call under way
     */
    void add(long nanos, long computed, long step) {
        wall.add(nanos);
        beyondStep.add(Math.max(0, nanos - step));
        computedBeyondStep.add(Math.max(0, Math.min(nanos, computed) - step));
    }

    /** One more that was refused because its longest call was estimated over its deadline. */
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
