package dev.darkroom.hostile.mutation;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.hostile.CodecFamily;
import dev.darkroom.hostile.fuzz.DefectLogHandler;
import dev.darkroom.hostile.fuzz.FuzzContract;
import dev.darkroom.pipeline.Pipeline;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The same pipeline with each family of codecs. Not thread-safe. */
final class BothCodecFamilies implements AutoCloseable {
    /** Limit of the CPU time of a job, in milliseconds: enough for the largest allowed pictures on a slow and busy core. */
    private static final long MOST_CPU_MILLIS = 5000;
    /** Memory budget in bytes. Two threads use it at the same time in a heap of 256 MiB. */
    private static final long MEMORY = 80 * Limits.MIB;

    private final Map<CodecFamily, Pipeline> pipelines = new EnumMap<>(CodecFamily.class);

    BothCodecFamilies() {
        CodecFamily.present().forEach(family -> pipelines.put(family, pipeline(family)));
    }

    private static Pipeline pipeline(CodecFamily family) {
        return family.builder()
                .accept(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP, Format.SVG)
                // The deadline is elapsed time, which depends on other processes. The test limits CPU time instead.
                .limits(Limits.untrusted().deadline(Duration.ofMinutes(10)))
                .variant(Variant.rewritten("clean"))
                .variant(Variant.named("md").within(300, 300).encode(Encoding.jpeg()))
                .variant(Variant.named("sm")
                        .within(100, 100)
                        .encode(Encoding.webp().fast()))
                .memory(MEMORY)
                .cores(1)
                .build();
    }

    /** The result of each available family. Fails if a result is not allowed for an upload. */
    Map<CodecFamily, MutantResult> process(byte[] upload) {
        Map<CodecFamily, MutantResult> verdicts = new EnumMap<>(CodecFamily.class);
        pipelines.forEach((family, pipeline) -> verdicts.put(family, process(family, pipeline, upload)));
        return verdicts;
    }

    private static MutantResult process(CodecFamily family, Pipeline pipeline, byte[] upload) {
        long start = cpuMillis();
        Outcome outcome = pipeline.process(Source.of(upload), Map.of());
        MutantResult verdict = MutantResult.of(outcome, cpuMillis() - start);
        verdict.failure().ifPresent(failure -> FuzzContract.requireRefusal(failure, DefectLogHandler.last()));
        if (verdict.cpuMillis() > MOST_CPU_MILLIS) {
            throw new AssertionError(family + " took " + verdict.cpuMillis() + " ms of CPU: " + verdict.message());
        }
        if (pipeline.load().memoryBytes() != 0) {
            throw new AssertionError(family + " holds memory after its job: " + pipeline.load());
        }
        return verdict;
    }

    private static long cpuMillis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }

    @Override
    public void close() {
        pipelines.values().forEach(Pipeline::close);
    }
}
