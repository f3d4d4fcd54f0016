package dev.darkroom.bench.leak;

import java.util.ArrayList;
import java.util.List;

/** Samples of memory over jobs or seconds, with a regression line through their second half. */
public final class Trend {
    private record Sample(long job, long kib) {}

    private final List<Sample> samples = new ArrayList<>();

    /** Adds a sample. It must be later than all previous ones. */
    public void add(long job, long kib) {
        samples.add(new Sample(job, kib));
    }

    private List<Sample> secondHalf() {
        return samples.subList(samples.size() / 2, samples.size());
    }

    /** The slope of the line by least squares, in KiB per job. */
    public double slope() {
        List<Sample> half = secondHalf();
        double job = half.stream().mapToLong(Sample::job).average().orElse(0);
        double kib = mean();
        double both = 0;
        double squares = 0;
        for (Sample sample : half) {
            both += (sample.job - job) * (sample.kib - kib);
            squares += (sample.job - job) * (sample.job - job);
        }
        return squares == 0 ? 0 : both / squares;
    }

    /** The rise of the line over the second half, as a fraction of the mean. */
    public double growth() {
        List<Sample> half = secondHalf();
        long jobs = half.get(half.size() - 1).job - half.get(0).job;
        return mean() == 0 ? 0 : slope() * jobs / mean();
    }

    /** The mean of the second half, in KiB. */
    public double mean() {
        return secondHalf().stream().mapToLong(Sample::kib).average().orElse(0);
    }
}
