package dev.darkroom.bench.soak;

import dev.darkroom.bench.leak.Trend;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Checks which values rise over the second half of the samples, after the warm-up. */
final class GrowthCheck {
    /** Largest allowed rise of memory over the second half, as a fraction of the mean. */
    private static final double MOST_MEMORY = 0.05;

    private static final int LEAST_SAMPLES = 40;

    private static final List<Measure> MEASURES = List.of(
            new Measure("residentKib", "resident memory (KiB)", ProcessSample::residentKib, true),
            new Measure("heapKib", "heap in use (KiB)", ProcessSample::heapKib, true),
            new Measure("threads", "threads", ProcessSample::threads, false),
            new Measure("descriptors", "file descriptors", ProcessSample::descriptors, false),
            new Measure("temporaryFiles", "temporary files", ProcessSample::temporaryFiles, false));

    private GrowthCheck() {}

    /**
     * @param memory whether the value is memory, which may rise by some percent of noise. Any other value must not rise at all
     */
    private record Measure(String name, String title, ToLongFunction<ProcessSample> value, boolean memory) {
        Trend trend(List<ProcessSample> samples) {
            Trend trend = new Trend();
            samples.forEach(sample -> trend.add(sample.seconds(), value.applyAsLong(sample)));
            return trend;
        }

        /** The minimum of the third quarter and that of the last quarter. */
        long[] least(List<ProcessSample> samples) {
            int half = samples.size() / 2;
            int last = half + (samples.size() - half) / 2;
            return new long[] {least(samples, half, last), least(samples, last, samples.size())};
        }

        private long least(List<ProcessSample> samples, int from, int to) {
            return samples.subList(from, to).stream().mapToLong(value).min().orElse(0);
        }
    }

    static List<String> complaints(List<ProcessSample> samples) {
        if (samples.size() < LEAST_SAMPLES) {
            return List.of(
                    "samples: " + samples.size() + " are too few to tell what grows, of at least " + LEAST_SAMPLES);
        }
        List<String> complaints = new ArrayList<>();
        for (Measure measure : MEASURES) {
            double growth = measure.trend(samples).growth();
            long[] least = measure.least(samples);
            if (measure.memory && growth > MOST_MEMORY) {
                complaints.add(String.format(
                        Locale.ROOT, "%s: %.1f %% more over the second half", measure.title, 100 * growth));
            }
            if (!measure.memory && least[1] > least[0]) {
                complaints.add(measure.title + ": never below " + least[1] + " in the last quarter, after " + least[0]);
            }
        }
        return complaints;
    }

    /** For each value by name: the mean of the second half, and its rise over the second half, per hour and in total. */
    static Map<String, Object> figures(List<ProcessSample> samples) {
        Map<String, Object> figures = new LinkedHashMap<>();
        for (Measure measure : MEASURES) {
            Trend trend = measure.trend(samples);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("title", measure.title);
            row.put("mean", trend.mean());
            row.put("perHour", 3600 * trend.slope());
            row.put("growth", trend.growth());
            figures.put(measure.name, row);
        }
        return figures;
    }
}
