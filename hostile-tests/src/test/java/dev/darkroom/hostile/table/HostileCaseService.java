package dev.darkroom.hostile.table;

import static dev.darkroom.core.Encoding.jpeg;
import static dev.darkroom.core.Encoding.png;
import static dev.darkroom.core.Encoding.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.hostile.CodecFamily;
import dev.darkroom.hostile.file.ValidPictures;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineBuilder;
import dev.darkroom.spi.codec.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pipelines, with one family of codecs, of a service that accepts uploads from anybody. They are warmed up with valid pictures. */
public final class HostileCaseService implements AutoCloseable {
    /** Name of the cleaned copy. */
    static final String REWRITTEN = "original";

    /**
     * The limits of a small service. The pixel budget leaves part of the 64 MB for everything else. A job is refused if a decoder estimates
     * more time than the deadline. The estimates are for slow machines; the work takes less than a third of them.
     */
    static final Limits LIMITS =
            Limits.untrusted().maxBytes(20 * Limits.MIB).maxPixels(24_000_000).deadline(Duration.ofSeconds(6));

    private static final long BUDGET = 40 * Limits.MIB;
    /**
     * Memory budget for rendering SVG, in bytes. The estimates for rendering are generous: one line of text is estimated at 90 MB but needs
     * only a few, and 10 MB of text at several seconds of a slow machine, for which the deadline on a busy machine must have time.
     */
    private static final long DRAWING_BUDGET = 128 * Limits.MIB;

    private static final Duration DRAWING_TIME = Duration.ofSeconds(30);

    private static final int WARMING = 30;

    private final CodecFamily family;
    private final RecordingMemory memory;
    private final Pipeline rasters;
    private final Pipeline drawings;

    /**
     * @param before providers that are preferred to those of the family
     */
    public HostileCaseService(CodecFamily family, Provider... before) {
        this.family = family;
        this.memory = new RecordingMemory(family.memory(), family == CodecFamily.FAST_LANE);
        PipelineBuilder builder = family.builder(
                        Stream.concat(Stream.of(memory), Stream.of(before)).toArray(Provider[]::new))
                .limits(LIMITS)
                .memory(BUDGET)
                .variant(Variant.named("photo").within(400, 300).encode(jpeg()))
                .variant(Variant.named("page").width(200).encode(webp()))
                .variant(Variant.named("square").cover(64, 64).encode(png()))
                .variant(Variant.rewritten(REWRITTEN));
        this.rasters = builder.build();
        this.drawings = builder.accept(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP, Format.SVG)
                .limits(LIMITS.deadline(DRAWING_TIME))
                .memory(DRAWING_BUDGET)
                .build();
        warm();
    }

    private void warm() {
        List<byte[]> innocent = List.of(
                ValidPictures.png(),
                ValidPictures.jpeg(),
                ValidPictures.gif(),
                ValidPictures.webp(),
                ValidPictures.svg());
        for (int i = 0; i < WARMING; i++) {
            for (byte[] file : innocent) {
                Outcome outcome = drawings.process(Source.of(Bytes.wrap(file)), Map.of());
                if (!(outcome instanceof Outcome.Completed)) {
                    throw new IllegalStateException("a valid picture was refused: " + ExpectedOutcome.told(outcome));
                }
            }
        }
    }

    CodecFamily family() {
        return family;
    }

    RecordingMemory memory() {
        return memory;
    }

    public Outcome process(HostileCase row, byte[] file) {
        Pipeline pipeline = row.svg() ? drawings : rasters;
        return row.fileName() == null
                ? pipeline.process(Source.of(Bytes.wrap(file)), Map.of())
                : processNamed(pipeline, row.fileName(), file);
    }

    private static Outcome processNamed(Pipeline pipeline, String name, byte[] file) {
        try {
            Path folder = Files.createTempDirectory("hostile");
            Path path = folder.resolve(name);
            try {
                Files.write(path, file);
                return pipeline.process(Source.of(path), Map.of());
            } finally {
                Files.deleteIfExists(path);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        drawings.close();
        rasters.close();
    }
}
