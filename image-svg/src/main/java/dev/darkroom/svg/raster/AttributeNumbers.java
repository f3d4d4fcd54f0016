package dev.darkroom.svg.raster;

import dev.darkroom.svg.tree.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the numbers in attributes. The results are used for upper bounds only. */
final class AttributeNumbers {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]{1,9})?");
    private static final Pattern SCALING = Pattern.compile("(?i)(matrix|scale[xy3d]*|skew[xy]*)\\s*\\(([^)]*)\\)");

    private AttributeNumbers() {}

    static List<Double> in(@Nullable String text) {
        List<Double> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text == null ? "" : text);
        while (matcher.find()) {
            numbers.add(Double.parseDouble(matcher.group()));
        }
        return numbers;
    }

    /** An upper bound of the count of numbers; faster than {@link #in}. */
    static long count(@Nullable String text) {
        long count = 0;
        boolean digit = false;
        for (int i = 0; text != null && i < text.length(); i++) {
            boolean now = text.charAt(i) >= '0' && text.charAt(i) <= '9';
            count += now && !digit ? 1 : 0;
            digit = now;
        }
        return count;
    }

    /** An upper bound of the count of path and point numbers of an element and its descendants. */
    static long within(Element element) {
        long count = count(element.attribute("d")) + count(element.attribute("points"));
        for (Element child : element.elements()) {
            count += within(child);
        }
        return count;
    }

    /** Upper bound of the scale factor of a transform; at least 1. */
    static double enlargement(@Nullable String transform) {
        double scale = 1;
        Matcher matcher = SCALING.matcher(transform == null ? "" : transform);
        while (matcher.find()) {
            scale *= Math.max(1, factor(matcher.group(1).toLowerCase(Locale.ROOT), in(matcher.group(2))));
        }
        return scale;
    }

    private static double factor(String function, List<Double> numbers) {
        double largest = numbers.stream().mapToDouble(Math::abs).max().orElse(1);
        if (function.startsWith("skew")) {
            return 1 + Math.abs(Math.tan(Math.toRadians(largest)));
        }
        if (function.equals("matrix")) {
            return norm(numbers);
        }
        return largest;
    }

    /** The larger singular value of the matrix. */
    private static double norm(List<Double> matrix) {
        if (matrix.size() < 4) {
            return 1;
        }
        double first = matrix.get(0) * matrix.get(0) + matrix.get(1) * matrix.get(1);
        double second = matrix.get(2) * matrix.get(2) + matrix.get(3) * matrix.get(3);
        double both = matrix.get(0) * matrix.get(2) + matrix.get(1) * matrix.get(3);
        return Math.sqrt((first + second + Math.hypot(first - second, 2 * both)) / 2);
    }
}
