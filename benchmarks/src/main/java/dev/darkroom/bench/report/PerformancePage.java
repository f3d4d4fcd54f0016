package dev.darkroom.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page {@code docs/PERFORMANCE.md} and its plots. The text between the marks for notes is written by hand and is kept. */
final class PerformancePage {
    private static final String BEGIN = "<!-- notes -->";
    private static final String END = "<!-- end of notes -->";
    private static final Pattern NOTES = Pattern.compile(BEGIN + "\\R?(.*?)" + END, Pattern.DOTALL);

    private final Path file;
    private final Path plots;
    private final StringBuilder text = new StringBuilder();
    private final List<String> lost = new ArrayList<>();

    PerformancePage(Path docs) throws IOException {
        this.file = docs.resolve("PERFORMANCE.md");
        this.plots = docs.resolve("performance");
        Files.createDirectories(plots);
    }

    PerformancePage add(String paragraph) {
        text.append(paragraph.stripTrailing()).append("\n\n");
        return this;
    }

    void plot(String name, String what, BarPlot plot) throws IOException {
        Files.writeString(plots.resolve(name + ".svg"), plot.svg());
        add("![" + what + "](performance/" + name + ".svg)");
    }

    /** Adds values in which another engine is better, for their section. */
    void lost(List<String> more) {
        lost.addAll(more);
    }

    /**
     * Writes the page.
     *
     * @param compared whether engines were compared
     */
    void write(boolean compared) throws IOException {
        if (compared) {
            add("## What is not faster, smaller or nearer");
            add(
                    lost.isEmpty()
                            ? "Nothing that was compared here."
                            : lost.stream().map(each -> "- " + each + "\n").reduce("", String::concat));
        }
        add("## Notes");
        add(BEGIN + "\n" + notes() + END);
        Files.writeString(file, text.toString().stripTrailing() + "\n");
    }

    private String notes() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        Matcher notes = NOTES.matcher(Files.readString(file));
        return notes.find() ? notes.group(1) : "";
    }
}
