package dev.darkroom.bench.leak;

import dev.darkroom.bench.engine.ProcessFacts;
import dev.darkroom.bench.result.Results;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Stage;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineBuilder;
import dev.darkroom.spi.codec.DecoderProvider;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Leak test: {@code ./darkroom leak [--portable] [JOBS]}. It runs jobs that complete and jobs that fail at every stage, in turn, in one
 * process.
 *
 * <p>It measures resident memory without the unused part of the heap, after a garbage collection. This is exact if the heap has a fixed
 * size and was touched at the start ({@code -Xms} equal to {@code -Xmx}, {@code -XX:+AlwaysPreTouch}).
 */
public final class Leak {
    private static final int SAMPLES = 100;
    private static final double MOST_KIB_PER_JOB = 1;
    private static final double MOST_GROWTH = 0.05;

    private final Path root;
    private final PrintStream out;
    private final List<String> complaints = new ArrayList<>();
    private final Trend trend = new Trend();
    private final NativeAllocationCount balance = new NativeAllocationCount();

    /**
     * @param root the folder of the repository
     */
    public Leak(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /** Returns whether nothing leaks. */
    public boolean run(List<String> arguments) throws Exception {
        List<String> given = new ArrayList<>(arguments);
        if (given.remove("--portable")) {
            System.setProperty("darkroom.turbo", "off");
        }
        int jobs = given.isEmpty() ? 20_000 : Integer.parseInt(given.get(0));
        RecordingDecoders decoders = new RecordingDecoders(reason -> out.println("cannot be loaded: " + reason));
        try (LeakJobs all = new LeakJobs(LeakUploads.make(), registered(decoders))) {
            List<Map.Entry<String, LeakJobs.LeakJob>> kinds =
                    new ArrayList<>(all.kinds().entrySet());
            out.println(jobs + " jobs of " + kinds.size() + " kinds: "
                    + String.join(", ", all.kinds().keySet()));
            for (int job = 1; job <= jobs && complaints.size() < 10; job++) {
                run(kinds.get(job % kinds.size()), decoders);
                if (job % Math.max(1, jobs / SAMPLES) == 0) {
                    sample(job, jobs);
                }
            }
        }
        return reported(jobs, arguments);
    }

    private static PipelineBuilder registered(RecordingDecoders decoders) {
        PipelineBuilder codecs = Pipeline.builder();
        for (DecoderProvider decoder : decoders.providers()) {
            codecs = codecs.register(decoder);
        }
        return codecs;
    }

    private void run(Map.Entry<String, LeakJobs.LeakJob> kind, RecordingDecoders decoders) throws Exception {
        Outcome outcome = kind.getValue().job().call();
        Stage end = stage(outcome);
        if (!kind.getValue().ends().contains(end)) {
            complaints.add(kind.getKey() + " ended at " + end + ", not at "
                    + kind.getValue().ends() + ": " + outcome);
        }
        long charged = decoders.stillCharged();
        if (charged != 0) {
            complaints.add(kind.getKey() + " ended with " + charged + " bytes still charged");
        }
        balance.held().filter(held -> held.sum() != 0).ifPresent(held -> {
            complaints.add("native memory was not freed when " + kind.getKey() + " had ended: " + held.told());
        });
    }

    private static Stage stage(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            return rejected.stage();
        }
        return outcome instanceof Outcome.Failed failed ? failed.stage() : Stage.NOTIFY;
    }

    private void sample(int job, int jobs) {
        System.gc();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        long kib = ProcessFacts.residentKib() - (heap.getCommitted() - heap.getUsed()) / 1024;
        trend.add(job, kib);
        if (job % Math.max(1, jobs / 10) < Math.max(1, jobs / SAMPLES)) {
            out.printf(Locale.ROOT, "%7d jobs  %4d MB in use%n", job, kib / 1024);
        }
    }

    private boolean reported(int jobs, List<String> arguments) throws IOException {
        if (trend.slope() >= MOST_KIB_PER_JOB || trend.growth() >= MOST_GROWTH) {
            complaints.add(String.format(
                    Locale.ROOT,
                    "over the second half memory grew by %.3f KiB per job, %.1f %% in all; at most %.0f KiB and %.0f %% are noise",
                    trend.slope(),
                    100 * trend.growth(),
                    MOST_KIB_PER_JOB,
                    100 * MOST_GROWTH));
        }
        Map<String, Object> result = Results.begun("leak", arguments);
        result.put("jobs", jobs);
        result.put("kibPerJob", trend.slope());
        result.put("growth", trend.growth());
        result.put("meanKib", trend.mean());
        result.put(
                "nativeOutstanding",
                balance.held().map(NativeAllocationCount.HeldAmount::told).orElse("not counted"));
        result.put("complaints", complaints);
        new Results(root.resolve("benchmarks/target/results")).keep("leak", result);
        out.printf(
                Locale.ROOT,
                "second half: %.3f KiB per job, %.1f %% in all, around %.0f MB; native: %s%n",
                trend.slope(),
                100 * trend.growth(),
                trend.mean() / 1024,
                result.get("nativeOutstanding"));
        complaints.forEach(complaint -> out.println("LEAK: " + complaint));
        return complaints.isEmpty();
    }
}
