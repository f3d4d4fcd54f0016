package dev.darkroom.bench.compare;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A median with its quartiles. */
public record Quartiles(double low, double median, double high) {
    /** The quartiles of at least one value. */
    public static Quartiles of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    private static double at(List<Double> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(sorted.size() - 1, below + 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    /** The three values by name, for JSON. */
    public Map<String, Double> asMap() {
        return Map.of("low", low, "median", median, "high", high);
    }

    /** The values as text, such as {@code 12.3 [12.0–12.9]}. */
    public String text(int decimals) {
        String number = "%." + decimals + "f";
        return String.format(Locale.ROOT, number + " [" + number + "–" + number + "]", median, low, high);
    }
}
