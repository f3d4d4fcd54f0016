package dev.darkroom.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The plot and the tables of a comparison of engines. */
record CompareSection(Tree result) {
    private List<Tree> engines() {
        return result.list("engines");
    }

    BarPlot plot(String title) {
        double photos = result.list("photos").size();
        return new BarPlot(
                title,
                "ms",
                0,
                engines().stream()
                        .map(engine -> new BarPlot.Bar(
                                engine.text("name"),
                                engine.number("wallMs", "median"),
                                engine.number("wallMs", "low"),
                                engine.number("wallMs", "high"),
                                engine.text("name").startsWith("darkroom"),
                                "· " + Markdown.number(engine.number("bytes") / photos / 1000, 0) + " kB"))
                        .toList());
    }

    String table() {
        List<String> sizes = List.copyOf(result.list("engines").get(0).names("quality")).stream()
                .sorted((a, b) -> Integer.parseInt(a) - Integer.parseInt(b))
                .toList();
        List<String> head = new ArrayList<>(List.of(
                "engine",
                "wall ms per photo",
                "CPU ms",
                "times the first's wall",
                "times its CPU",
                "times the same Java's portable codecs",
                "bytes",
                "peak RSS MB"));
        sizes.forEach(size -> head.add("SSIM, PSNR dB at " + size));
        return Markdown.table(head, engines().stream().map(engine -> {
            List<String> row = new ArrayList<>(List.of(
                    engine.text("name"),
                    Markdown.spread(engine, "wallMs", 1),
                    Markdown.number(engine.number("cpuMs", "median"), 1),
                    Markdown.spread(engine, "wallRatio", 2),
                    Markdown.number(engine.number("cpuRatio", "median"), 2),
                    Markdown.number(engine.number("portableWallRatio", "median"), 2),
                    "× " + Markdown.number(engine.number("bytesRatio"), 3),
                    Markdown.megabytes(engine)));
            sizes.forEach(size -> row.add(Markdown.number(engine.number("quality", size, "ssim"), 4) + ", "
                    + Markdown.number(engine.number("quality", size, "psnr"), 2)));
            return row;
        }));
    }

    String stages() {
        return Markdown.table(
                List.of("engine", "ms per photo and stage", "what runs"),
                engines().stream()
                        .filter(engine -> !engine.names("stagesMs").isEmpty())
                        .map(engine -> List.of(
                                engine.text("name"),
                                engine.names("stagesMs").stream()
                                        .map(stage ->
                                                stage + " " + Markdown.number(engine.number("stagesMs", stage), 1))
                                        .collect(Collectors.joining(", ")),
                                environment(engine) + engine.text("runtime") + " `" + engine.text("flags") + "`")));
    }

    private static String environment(Tree engine) {
        return engine.names("environment").stream()
                .map(name -> "`" + name + "=" + engine.text("environment", name) + "` ")
                .collect(Collectors.joining());
    }

    String conditions() {
        long profiles = result.list("photos").stream()
                .filter(photo -> photo.text("profile").equals("true"))
                .count();
        double megapixels = result.list("photos").stream()
                .mapToDouble(photo -> photo.number("megapixels"))
                .sum();
        return result.list("photos").size() + " photographs of " + Markdown.number(megapixels, 0) + " MP together, "
                + profiles + " with an ICC profile; medians [quartiles] of " + Markdown.number(result.number("runs"), 0)
                + " rounds after " + Markdown.number(result.number("warm"), 0) + " to warm up; "
                + (result.text("pinned").equals("true") ? "each thread on a core of its own" : "not pinned to a core")
                + ". Command: `./darkroom bench " + result.text("arguments") + "`";
    }

    /** The speed-ups on all cores, compared with one core; empty if they were not measured. */
    String scaling() {
        return result.names("scaling").stream()
                .map(engine -> "- " + engine + ", all cores beside the mean speed of each core alone: × "
                        + Markdown.spread(result.object("scaling"), engine, 2) + "\n")
                .collect(Collectors.collectingAndThen(Collectors.joining(), list -> list.isEmpty() ? "" : list + "\n"));
    }

    /** The values in which other engines are better than the first one. The first engine on more cores does not count as another engine. */
    List<String> lost(String job) {
        List<String> lost = new ArrayList<>();
        if (!scaling().isEmpty()) {
            return lost;
        }
        Tree first = engines().get(0);
        for (Tree other : engines().subList(1, engines().size())) {
            String whose = job + ", " + other.text("name") + ": ";
            if (other.number("wallRatio", "median") < 1) {
                lost.add(whose + "takes " + Markdown.number(other.number("wallRatio", "median"), 2) + " × our time");
            }
            if (other.number("bytesRatio") < 0.995) {
                lost.add(whose + "makes " + Markdown.number(other.number("bytesRatio"), 3) + " × our bytes");
            }
            for (String size : other.names("quality")) {
                double ahead = other.number("quality", size, "ssim") - first.number("quality", size, "ssim");
                if (ahead > 0.00005) {
                    lost.add(whose + "its SSIM at " + size + " is " + Markdown.number(ahead, 4) + " higher");
                }
            }
        }
        return lost;
    }
}
