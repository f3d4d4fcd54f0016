package dev.darkroom.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the stored results of the latest runs to {@code docs/PERFORMANCE.md}: {@code Bench ROOT report}. */
public final class Report {
    private static final String INTRODUCTION = """
            # Performance

            Written by `./darkroom bench report DIR`, where DIR holds photographs; without it generated ones are used. Every figure comes
            from engines that ran side by side in one run.

            **How it is measured.** Each engine is a process that lives through the whole run, pinned to a core of its own per thread by
            `taskset`. After some rounds to warm up, rounds are interleaved: every round asks each engine once to do the whole job over all
            photographs, from encoded bytes in memory to encoded variants in memory, and each round begins with another engine. Times are
            medians with quartiles; ratios are taken round by round. "Times the first's" above 1 means slower than the first engine. Bytes
            are those of all variants of all photographs.

            **Quality** is nearness to a reference: the photograph decoded at full size by the JDK's reader, its profile converted to sRGB
            by the JDK's colour engine, turned upright, and resized by Lanczos3 in double precision without rounding. SSIM is of BT.601
            luma with a Gaussian window of 11 × 11 (deviation 1.5), PSNR is over red, green and blue; both are means over the photographs.

            **Jobs.** JPEG: quality 80, the longest side at most 400, 1200 and 2400. WebP: lossy, quality 80, method 4, at most 400, 800 and
            1920 wide. "sharp, as specified" is `sharp(buf).metadata()` and then one `sharp(buf).rotate().resize(…)` per variant; "at its
            best" decodes once at the largest size and derives the rest from it. "libjpeg-turbo alone" decodes the photographs, at the scale
            that a job would, and encodes the very same variants with optimised Huffman tables, in YCbCr, without resizing anything: what no
            JPEG job over that library can be faster than.""";

    private final Path root;
    private final Path results;
    private final PrintStream out;

    /**
     * @param root the folder of the repository
     */
    public Report(Path root, PrintStream out) {
        this.root = root;
        this.results = root.resolve("benchmarks/target/results");
        this.out = out;
    }

    /** Writes the report. */
    public void run() throws IOException {
        PerformancePage page = new PerformancePage(root.resolve("docs"));
        page.add(INTRODUCTION);
        Optional<Tree> jpeg = Tree.read(results.resolve("jpeg-any.json"));
        if (jpeg.isPresent()) {
            page.add("## The machine\n\n" + machine(jpeg.get()));
        }
        compare(page, "jpeg-any", "JPEG job", "JPEG");
        compare(page, "jpeg-without", "JPEG job, photographs without a profile", "JPEG without profiles");
        compare(page, "webp-any", "WebP job", "WebP");
        compare(page, "threads-jpeg", "Two threads on two cores", "Two threads");
        Optional<Tree> memory = Tree.read(results.resolve("memory.json"));
        if (memory.isPresent()) {
            memory(page, memory.get());
        }
        Optional<Tree> worker = Tree.read(results.resolve("worker.json"));
        if (worker.isPresent()) {
            worker(page, worker.get());
        }
        Optional<Tree> leak = Tree.read(results.resolve("leak.json"));
        if (leak.isPresent()) {
            page.add("## Leaks\n\n" + leak(leak.get()));
        }
        page.write(jpeg.isPresent());
        out.println("wrote " + root.resolve("docs/PERFORMANCE.md"));
    }

    private static String machine(Tree result) {
        return Markdown.table(
                List.of("", ""),
                Stream.of(
                                Map.entry(
                                        "processor",
                                        result.text("machine", "cpu") + ", " + result.text("machine", "cores")
                                                + " cores"),
                                Map.entry("system", result.text("machine", "system")),
                                Map.entry("Java that drove the run", result.text("machine", "java")),
                                Map.entry("load when it began", result.text("machine", "load")))
                        .map(entry -> List.of(entry.getKey(), entry.getValue())));
    }

    private void compare(PerformancePage page, String name, String title, String job) throws IOException {
        Optional<Tree> result = Tree.read(results.resolve(name + ".json"));
        if (result.isPresent()) {
            CompareSection section = new CompareSection(result.get());
            page.add("## " + title).add(section.conditions());
            page.plot(
                    name,
                    title + ": wall time per photograph",
                    section.plot(title + ": wall time per photograph, and bytes made"));
            page.add(section.scaling() + section.table()).add(section.stages());
            page.lost(section.lost(job));
        }
    }

    private static void memory(PerformancePage page, Tree result) throws IOException {
        List<Tree> rows = result.list("rows");
        page.add("## Memory of one process")
                .add("A command line over the pipeline, `java " + result.text("flags") + "`, pixels in at most "
                        + result.text("memoryMib") + " MiB: one picture in, three JPEG variants out.");
        page.plot(
                "memory",
                "peak resident memory",
                new BarPlot(
                        "Peak resident memory of a process that does one picture",
                        "MB",
                        0,
                        rows.stream()
                                .map(row -> new BarPlot.Bar(
                                        row.text("picture") + ", " + row.text("program"),
                                        row.number("peakKib") / 1024,
                                        0,
                                        0,
                                        row.text("program").equals("darkroom"),
                                        row.text("outcome").equals("completed") ? "" : "(not done)"))
                                .toList()));
        page.add(Markdown.table(
                List.of("picture", "file MB", "program", "peak RSS MB", "wall ms", "outcome"),
                rows.stream()
                        .map(row -> List.of(
                                row.text("picture"),
                                Markdown.number(row.number("bytes") / 1e6, 1),
                                row.text("program"),
                                Markdown.megabytes(row),
                                Markdown.number(row.number("wallMs"), 0),
                                row.text("outcome")))));
    }

    private static void worker(PerformancePage page, Tree result) throws IOException {
        List<Tree> workers = result.list("workers");
        page.add("## The cold worker")
                .add("The whole process from start to exit, one "
                        + Markdown.number(result.number("bytes") / 1e6, 1)
                        + " MB photograph, S3, CDN and orchestrator 30 ms and 200 Mbit/s away; " + result.text("runs")
                        + " rounds, interleaved. Command: `./darkroom bench worker " + result.text("arguments") + "`");
        page.plot(
                "worker",
                "wall time of a cold worker",
                new BarPlot(
                        "One job in a cold process",
                        "ms",
                        0,
                        workers.stream()
                                .map(row -> new BarPlot.Bar(
                                        row.text("name"),
                                        row.number("wallMs", "median"),
                                        row.number("wallMs", "low"),
                                        row.number("wallMs", "high"),
                                        row.text("name").startsWith("fly-worker"),
                                        "· " + Markdown.megabytes(row) + " MB"))
                                .toList()));
        page.add(Markdown.table(
                List.of("worker", "wall ms", "times the first's", "peak RSS MB"),
                workers.stream()
                        .map(row -> List.of(
                                row.text("name"),
                                Markdown.spread(row, "wallMs", 0),
                                Markdown.spread(row, "wallRatio", 2),
                                Markdown.megabytes(row)))));
        page.lost(workers.stream()
                .filter(row -> row.number("wallRatio", "median") < 1)
                .map(row -> "Cold worker, " + row.text("name") + ": takes "
                        + Markdown.number(row.number("wallRatio", "median"), 2) + " × our time")
                .toList());
    }

    private static String leak(Tree result) {
        return result.text("jobs") + " jobs in one process, most of them failing, at every stage: over the second half "
                + Markdown.number(result.number("kibPerJob"), 3) + " KiB per job ("
                + Markdown.number(100 * result.number("growth"), 1) + " %) around "
                + Markdown.number(result.number("meanKib") / 1024, 0) + " MB resident; native allocations outstanding: "
                + result.text("nativeOutstanding") + ". Command: `./darkroom leak " + result.text("arguments") + "`";
    }
}
