package dev.darkroom.pipeline.corpus;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.JobPlan;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineBuilder;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.testkit.CorpusFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pipeline that every file goes through. Its variants are {@code full}, the pixels at full size; the named sizes, as PNG, so that they
 * can be compared pixel by pixel too; {@code source-*} in the format of the source; and {@code clean}, a rewritten copy.
 */
final class CorpusPipeline implements AutoCloseable {
    static final String FULL = "full";
    static final String CLEAN = "clean";
    /** Names of the checks that need no other decoder. */
    static final Set<String> CHECKS =
            Set.of("size", "frames", "alpha", "format", "plan", "outcome", "memory", "profile");

    static final Set<String> SMALLER = Set.of("400", "1200", "2400");

    /** Longest side that is compared at full size. One picture in a hundred is larger, and would need half a gigabyte. */
    private static final int LONGEST_IN_FULL = 8000;

    /** Formats whose manifest rows describe a sanitizer. This pipeline does not accept them. */
    private static final Set<String> VECTOR = Set.of("svg", "svgz", "xml");

    private final DecoderMemoryCheck watch = new DecoderMemoryCheck();
    private final Pipeline pipeline;

    CorpusPipeline() {
        PipelineBuilder builder = Pipeline.builder()
                .limits(Limits.untrusted().deadline(Duration.ofMinutes(10)))
                .register(new UncompressedEncoder())
                .memory(Runtime.getRuntime().maxMemory() * 9 / 10)
                .variant(Variant.named(FULL).encode(UncompressedEncoder.PLAIN).onlyUpTo(LONGEST_IN_FULL))
                .variant(Variant.named("400").limit(400).encode(Encoding.png()).onlyIfLarger())
                .variant(
                        Variant.named("1200").limit(1200).encode(Encoding.png()).onlyIfLarger())
                .variant(
                        Variant.named("2400").limit(2400).encode(Encoding.png()).onlyIfLarger())
                .variant(Variant.named("source-400").limit(400).encode(Encoding.source()))
                .variant(Variant.named("source-1200")
                        .limit(1200)
                        .encode(Encoding.source())
                        .onlyIfLarger())
                .variant(Variant.rewritten(CLEAN));
        for (DecoderProvider provider : watch.providers()) {
            builder = builder.register(provider);
        }
        pipeline = builder.build();
    }

    /** The outcome of a file, and its deviations from the manifest. */
    record Produced(CorpusFile file, Outcome outcome, List<Deviation> deviations) {
        List<Rendition> renditions() {
            return outcome instanceof Outcome.Completed completed ? completed.renditions() : List.of();
        }

        boolean completed() {
            return outcome instanceof Outcome.Completed;
        }

        /** Whether the renditions must look like those of other decoders. Decoders disagree about files with defects. */
        boolean comparable() {
            return completed() && isToComplete(file);
        }

        boolean rejected() {
            return outcome instanceof Outcome.Rejected;
        }
    }

    Produced produce(CorpusFile file, byte[] content) {
        Source source = Source.of(Bytes.wrap(content));
        List<Deviation> deviations = new ArrayList<>();
        Deviations found = (check, what) -> deviations.add(new Deviation(file.path(), check, what));
        Outcome outcome = pipeline.process(source, Map.of());
        judge(file, outcome, found);
        if (outcome instanceof Outcome.Completed && isToComplete(file)) {
            compareHeader(file, source, found);
        }
        watch.takeFault().ifPresent(fault -> found.add("memory", fault));
        return new Produced(file, outcome, deviations);
    }

    private static boolean isToComplete(CorpusFile file) {
        return file.verdict().equals("ok") && !VECTOR.contains(file.format());
    }

    private static boolean isToBeRejected(CorpusFile file) {
        return file.verdict().equals("reject") || VECTOR.contains(file.format());
    }

    private void compareHeader(CorpusFile file, Source source, Deviations found) {
        try {
            JobPlan plan = pipeline.plan(source);
            ImageInfo info = plan.info();
            found.unlessSame("size", file.displayed(), info.displayed().toString());
            found.unlessSame("frames", file.frames(), String.valueOf(info.frames()));
            found.unlessSame("alpha", String.valueOf(file.alpha()), String.valueOf(info.alpha()));
            found.unlessSame("format", file.format(), info.format().extension().replace("jpg", "jpeg"));
        } catch (ImageException e) {
            found.add("plan", e.failure().toString());
        }
    }

    private static void judge(CorpusFile file, Outcome outcome, Deviations found) {
        if (outcome instanceof Outcome.Failed failed) {
            found.add("outcome", "failed: " + failed.failure());
        } else if (outcome instanceof Outcome.Rejected rejected && isToComplete(file)) {
            found.add("outcome", "rejected: " + rejected.failure());
        } else if (outcome instanceof Outcome.Rejected rejected
                && rejected.failure().message().isBlank()) {
            found.add("outcome", "rejected without a word: " + rejected.failure());
        } else if (outcome instanceof Outcome.Rejected rejected && isMemory(rejected.failure())) {
            found.add("memory", rejected.failure().message());
        } else if (outcome instanceof Outcome.Completed completed && ProfileUse.isIgnored(completed)) {
            found.add("profile", String.join("; ", completed.warnings()));
        } else if (outcome instanceof Outcome.Completed && isToBeRejected(file)) {
            found.add("outcome", "completed, though " + file.expected());
        }
    }

    /** Whether the memory grant was exceeded or refused. No file of the corpus should need that much. */
    private static boolean isMemory(Failure failure) {
        return failure instanceof Failure.OverLimit over && over.kind() == Failure.OverLimit.Kind.MEMORY;
    }

    @Override
    public void close() {
        pipeline.close();
    }

    /** Receives the deviations that the checks of one file find. */
    private interface Deviations {
        void add(String check, String found);

        default void unlessSame(String check, String expected, String actual) {
            if (!expected.equals(actual)) {
                add(check, actual + " instead of " + expected);
            }
        }
    }
}
