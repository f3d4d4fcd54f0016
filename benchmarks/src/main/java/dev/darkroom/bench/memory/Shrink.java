package dev.darkroom.bench.memory;

import dev.darkroom.bench.engine.DarkroomEngine;
import dev.darkroom.bench.engine.JobKind;
import dev.darkroom.bench.engine.JsonText;
import dev.darkroom.bench.engine.ProcessFacts;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Source;
import dev.darkroom.pipeline.Pipeline;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A command line program that runs the pipeline on one photograph: {@code Shrink PHOTO DIR MEMORY_MIB}. It prints its outcome, time and
 * memory as one JSON line.
 */
public final class Shrink {
    private Shrink() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        Map<String, Object> told = new LinkedHashMap<>();
        try (Pipeline pipeline = DarkroomEngine.settings(JobKind.JPEG)
                .memory(Long.parseLong(arguments[2]) * Limits.MIB)
                .build()) {
            Outcome outcome = pipeline.process(Source.of(Path.of(arguments[0])), Map.of());
            told.put("outcome", outcome instanceof Outcome.Completed ? "completed" : failure(outcome));
            if (outcome instanceof Outcome.Completed completed) {
                Files.createDirectories(Path.of(arguments[1]));
                for (Rendition made : completed.renditions()) {
                    write(
                            made,
                            Path.of(
                                    arguments[1],
                                    made.name() + "." + made.format().extension()));
                }
            }
        }
        told.put("wallMs", (System.nanoTime() - start) / 1e6);
        told.put("peakKib", ProcessFacts.peakKib());
        System.out.println(JsonText.of(told));
    }

    private static String failure(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            return "rejected at " + rejected.stage() + ": " + rejected.failure();
        }
        return outcome instanceof Outcome.Failed failed ? "failed at " + failed.stage() + ": " + failed.failure() : "";
    }

    private static void write(Rendition made, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            made.bytes().writeTo(out);
        }
    }
}
