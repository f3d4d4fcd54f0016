package dev.darkroom.bench.engine;

import java.util.Map;
import java.util.TreeMap;

/** Milliseconds per stage, summed over photographs and threads. Thread-safe. */
public final class StageTimes {
    private final Map<String, Double> millis = new TreeMap<>();

    /** Starts with no times. */
    public StageTimes() {}

    /** Adds to a stage. */
    public synchronized void add(String stage, long nanos) {
        millis.merge(stage, nanos / 1e6, Double::sum);
    }

    /** The mean over a number of passes. */
    public synchronized Map<String, Double> millisOfOne(int passes) {
        Map<String, Double> mean = new TreeMap<>(millis);
        mean.replaceAll((stage, sum) -> sum / passes);
        return mean;
    }
}
