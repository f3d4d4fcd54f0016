package dev.darkroom.bench.report;

import java.util.List;
import java.util.Locale;

/**
 * A plot of values over time, as SVG that is readable on light and dark pages. Each series has its own panel, whose axis starts at zero.
 */
record LinePlot(List<Panel> panels) {
    private static final int WIDTH = 760;
    private static final int LEFT = 70;
    private static final int RIGHT = 10;
    private static final int TITLE = 26;
    private static final int HEIGHT = 90;
    private static final int GAP = 14;
    private static final String TEXT = "fill=\"#768390\" font-family=\"sans-serif\" font-size=\"13\"";

    /** A panel with one series of values. */
    record Panel(String title, List<Point> points) {}

    /** A value at a time. */
    record Point(double seconds, double value) {}

    String svg() {
        int row = TITLE + HEIGHT + GAP;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">\n",
                WIDTH,
                row * panels.size() + GAP,
                WIDTH,
                row * panels.size() + GAP));
        for (int i = 0; i < panels.size(); i++) {
            panel(svg, panels.get(i), i * row);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void panel(StringBuilder svg, Panel panel, int top) {
        double most = Math.max(
                        1, panel.points.stream().mapToDouble(Point::value).max().orElse(1))
                * 1.1;
        double seconds = Math.max(
                1, panel.points.stream().mapToDouble(Point::seconds).max().orElse(1));
        int bottom = top + TITLE + HEIGHT;
        text(svg, 0, top + 18, panel.title, " font-weight=\"bold\"");
        text(svg, 0, bottom, "0", "");
        text(svg, 0, bottom - (int) (HEIGHT / 1.1) + 5, String.format(Locale.ROOT, "%.0f", most / 1.1), "");
        text(svg, WIDTH - 70, top + 18, String.format(Locale.ROOT, "%.0f min", seconds / 60), "");
        svg.append(String.format(
                Locale.ROOT, "<path d=\"M%d %dH%d\" stroke=\"#8c959f\"/>\n", LEFT, bottom, WIDTH - RIGHT));
        svg.append("<polyline fill=\"none\" stroke=\"#2da44e\" stroke-width=\"1.5\" points=\"");
        for (Point point : panel.points) {
            svg.append(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f ",
                    LEFT + point.seconds / seconds * (WIDTH - LEFT - RIGHT),
                    bottom - point.value / most * HEIGHT));
        }
        svg.append("\"/>\n");
    }

    private static void text(StringBuilder svg, int x, int y, String text, String more) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" %s%s>%s</text>\n", x, y, TEXT, more, text));
    }
}
