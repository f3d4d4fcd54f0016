package dev.darkroom.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the stored result of the latest soak test to {@code docs/SOAK.md}, with its plot. */
public final class SoakPage {
    private static final List<String> MEASURES =
            List.of("residentKib", "heapKib", "threads", "descriptors", "temporaryFiles");

    private SoakPage() {}

    /**
     * Writes the page.
     *
     * @param root the folder of the repository
     */
    public static void write(Path root) throws IOException {
        Tree result = Tree.read(root.resolve("benchmarks/target/results/soak.json"))
                .orElseThrow(() -> new IOException("there is no result of a soak test"));
        Path docs = root.resolve("docs");
        Files.createDirectories(docs.resolve("soak"));
        Files.writeString(docs.resolve("soak/soak.svg"), plot(result).svg());
        Files.writeString(docs.resolve("SOAK.md"), page(result));
    }

    private static String page(Tree result) {
        return """
                # Soak

                Written by `./darkroom soak`. %s jobs of both families of codecs in one process, in %s minutes, from %s threads that never
                wait: good ones, those of `./darkroom leak`, which fail at every stage, and hostile uploads, each damaged in another place.
                The heap has 192 MB from the start. Every few seconds the load is held for a moment, garbage is collected, and the process is
                looked at. Resident memory is without the heap's unused part. What rises over the second half would be a leak: more than 5 %%
                of memory, or one thread, descriptor or temporary file that is never given back, fails the run.

                %s, %s cores; %s; %s.

                %s
                ![memory, threads, descriptors and temporary files over time](soak/soak.svg)

                Complaints: %s
                """.formatted(
                        result.text("jobs"),
                        Markdown.number(result.number("seconds") / 60, 0),
                        result.text("threads"),
                        result.text("machine", "cpu"),
                        result.text("machine", "cores"),
                        result.text("machine", "system"),
                        result.text("machine", "java"),
                        table(result),
                        result.text("complaints").isEmpty() ? "none." : result.text("complaints"));
    }

    private static String table(Tree result) {
        return Markdown.table(
                List.of("second half", "mean", "rises per hour", "rises in all"),
                MEASURES.stream()
                        .map(name -> List.of(
                                result.text("growth", name, "title"),
                                Markdown.number(result.number("growth", name, "mean"), 1),
                                Markdown.number(result.number("growth", name, "perHour"), 1),
                                Markdown.number(100 * result.number("growth", name, "growth"), 2) + " %")));
    }

    private static LinePlot plot(Tree result) {
        return new LinePlot(MEASURES.stream()
                .map(name -> new LinePlot.Panel(
                        result.text("growth", name, "title"),
                        result.list("samples").stream()
                                .map(sample -> new LinePlot.Point(sample.number("seconds"), sample.number(name)))
                                .toList()))
                .toList());
    }
}
