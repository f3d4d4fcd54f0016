package dev.darkroom.hostile.fuzz;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.core.signature.Signature;
import dev.darkroom.hostile.CodecFamily;
import dev.darkroom.pipeline.Pipeline;
import java.time.Duration;
import java.util.Map;

/** The pipeline of a family for many inputs: small limits, small variants, every encoder. */
final class FuzzPipeline {
    /** The deadline is elapsed time, which depends on other processes. The test limits CPU time instead. */
    private static final Limits LIMITS =
            Limits.untrusted().maxPixels(2_000_000).maxFrames(500).deadline(Duration.ofMinutes(10));

    private final Pipeline pipeline;

    FuzzPipeline(CodecFamily family) {
        this.pipeline = family.builder()
                .accept(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP, Format.SVG)
                .limits(LIMITS)
                .variant(Variant.named("jpeg").within(48, 48).encode(Encoding.jpeg()))
                .variant(Variant.named("webp")
                        .cover(20, 20)
                        .encode(Encoding.webp().fast()))
                .variant(Variant.named("png").limit(12).encode(Encoding.png()))
                .variant(Variant.rewritten("clean"))
                .placeholder()
                .cores(1)
                .build();
    }

    /** Runs a job. Requires valid renditions or a refusal, and that all memory is released. */
    void run(byte[] input) {
        FuzzContract.keep(() -> check(pipeline.process(Source.of(input), Map.of())));
        if (pipeline.load().memoryBytes() != 0) {
            throw new AssertionError("memory not released: " + pipeline.load());
        }
    }

    private static void check(Outcome outcome) throws ImageException {
        if (outcome instanceof Outcome.Completed completed) {
            for (Rendition rendition : completed.renditions()) {
                check(rendition);
            }
        } else if (outcome instanceof Outcome.Rejected rejected) {
            FuzzContract.requireRefusal(rejected.failure(), DefectLogHandler.last());
        } else if (outcome instanceof Outcome.Failed failed) {
            throw new AssertionError("failed in " + failed.stage() + ": " + failed.failure(), DefectLogHandler.last());
        }
    }

    private static void check(Rendition rendition) throws ImageException {
        Bytes bytes = rendition.bytes();
        Format format = Signature.of(bytes).orElseThrow(() -> new AssertionError("no picture: " + rendition));
        if (format != rendition.format()) {
            throw new AssertionError("a " + format + " instead of " + rendition);
        }
        if (format != Format.SVG
                && !HeaderReader.read(format, bytes).displayed().equals(rendition.size())) {
            throw new AssertionError(HeaderReader.read(format, bytes).displayed() + ", not " + rendition);
        }
    }
}
