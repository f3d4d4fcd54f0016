package dev.darkroom.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats tables and numbers as Markdown. */
final class Markdown {
    private Markdown() {}

    static String table(List<String> head, Stream<List<String>> rows) {
        String rule = head.stream().map(cell -> "---").collect(Collectors.joining(" | ", "| ", " |\n"));
        return row(head) + rule + rows.map(Markdown::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** A number, or a dash if there is none. */
    static String number(double value, int decimals) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A median with its quartiles. */
    static String spread(Tree tree, String name, int decimals) {
        return number(tree.number(name, "median"), decimals) + " [" + number(tree.number(name, "low"), decimals) + "–"
                + number(tree.number(name, "high"), decimals) + "]";
    }

    static String megabytes(Tree tree) {
        return number(tree.number("peakKib") / 1024, 0);
    }
}
