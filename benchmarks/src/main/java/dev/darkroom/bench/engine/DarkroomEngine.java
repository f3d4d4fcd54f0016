package dev.darkroom.bench.engine;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Engine that runs whole jobs of a {@link Pipeline}, with the codecs and kernels of the class path. */
public final class DarkroomEngine {
    private DarkroomEngine() {}

    /**
     * Smallest memory budget: enough for two photographs at the same time. The pixels of image-turbo are outside the heap, so a small heap
     * is enough.
     */
    private static final long LEAST_MEMORY = 192 * Limits.MIB;

    /** Serves {@link EngineArguments}. */
    public static void main(String[] arguments) throws Exception {
        EngineArguments given = EngineArguments.of(arguments);
        PipelineBuilder settings = settings(given.kind());
        if (given.fast()) {
            settings = settings.encode(encoding(given.kind()).fast());
        }
        try (Pipeline pipeline = settings.build()) {
            List<String> about = pipeline.describe().lines().stream()
                    .map(line -> line.toString().strip().replaceAll(" +", " "))
                    .toList();
            new EngineLoop(given, (photo, encoded, times) -> job(pipeline, encoded, times)).serve(about);
        }
    }

    /** The pipeline of a job, without stores. */
    public static Pipeline pipeline(JobKind kind) {
        return settings(kind).build();
    }

    /** The builder of that pipeline. */
    public static PipelineBuilder settings(JobKind kind) {
        PipelineBuilder builder = Pipeline.builder()
                .limits(Limits.untrusted().maxBytes(512 * Limits.MIB))
                .memory(Math.max(LEAST_MEMORY, Runtime.getRuntime().maxMemory() / 2));
        for (int size : kind.sizes()) {
            Variant named = Variant.named("v" + size);
            builder = builder.variant(kind == JobKind.JPEG ? named.limit(size) : named.width(size));
        }
        return builder.encode(encoding(kind));
    }

    private static Encoding encoding(JobKind kind) {
        Encoding encoding =
                kind == JobKind.JPEG ? Encoding.jpeg() : Encoding.webp().effort(4);
        return encoding.quality(80);
    }

    private static Map<Integer, byte[]> job(Pipeline pipeline, byte[] encoded, StageTimes times) {
        Outcome outcome = pipeline.process(Source.of(Bytes.wrap(encoded)), Map.of());
        outcome.job().took().forEach((stage, took) -> times.add(stage.name().toLowerCase(Locale.ROOT), took.toNanos()));
        if (!(outcome instanceof Outcome.Completed completed)) {
            throw new IllegalStateException("the job did not complete: " + outcome);
        }
        Map<Integer, byte[]> variants = new LinkedHashMap<>();
        completed
                .renditions()
                .forEach(made -> variants.put(
                        Integer.parseInt(made.name().substring(1)), made.bytes().toArray()));
        return variants;
    }
}
