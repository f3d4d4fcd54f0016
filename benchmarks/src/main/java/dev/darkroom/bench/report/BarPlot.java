package dev.darkroom.bench.report;

import java.util.List;
import java.util.Locale;

/** A plot of horizontal bars with whiskers, as SVG that is readable on light and dark pages. */
record BarPlot(String title, String unit, int decimals, List<Bar> bars) {
    private static final int WIDTH = 760;
    private static final int LEFT = 220;
    private static final int RIGHT = 130;
    private static final int TOP = 34;
    private static final int ROW = 26;
    private static final String TEXT = "fill=\"#768390\" font-family=\"sans-serif\" font-size=\"13\"";

    /**
     * A bar.
     *
     * @param low lower end of the whisker
     * @param ours whether the bar is highlighted
     * @param note text after the value
     */
    record Bar(String label, double value, double low, double high, boolean ours, String note) {}

    String svg() {
        double most = bars.stream()
                .mapToDouble(bar -> Math.max(bar.value, bar.high))
                .max()
                .orElse(1);
        double scale = (WIDTH - LEFT - RIGHT) / most;
        int height = TOP + ROW * bars.size() + 8;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">\n",
                WIDTH,
                height,
                WIDTH,
                height));
        svg.append(String.format(
                Locale.ROOT, "<text x=\"0\" y=\"18\" %s font-weight=\"bold\">%s</text>\n", TEXT, escaped(title)));
        for (int i = 0; i < bars.size(); i++) {
            row(svg, bars.get(i), TOP + i * ROW, scale);
        }
        return svg.append("</svg>\n").toString();
    }

    private void row(StringBuilder svg, Bar bar, int y, double scale) {
        int middle = y + ROW / 2;
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" %s>%s</text>\n",
                LEFT - 8,
                middle + 5,
                TEXT,
                escaped(bar.label)));
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>\n",
                LEFT,
                y + 4,
                bar.value * scale,
                ROW - 8,
                bar.ours ? "#2da44e" : "#8c959f"));
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M%.1f %dH%.1f\" stroke=\"#d4a72c\" stroke-width=\"2\"/>\n",
                LEFT + bar.low * scale,
                middle,
                LEFT + bar.high * scale));
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" %s>%." + decimals + "f %s %s</text>\n",
                LEFT + Math.max(bar.value, bar.high) * scale + 6,
                middle + 5,
                TEXT,
                bar.value,
                escaped(unit),
                escaped(bar.note)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
