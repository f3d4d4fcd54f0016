package dev.darkroom.svg.simplify;

import dev.darkroom.svg.tree.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The coordinate system of a picture: the rectangle of its viewBox in user units.
 */
record Viewport(double width, double height) {
    static Viewport of(Element root, double width, double height) {
        String box = root.attribute("viewBox");
        String[] numbers = box == null ? new String[0] : box.strip().split("[\\s,]+");
        try {
            if (numbers.length == 4) {
                return new Viewport(Double.parseDouble(numbers[2]), Double.parseDouble(numbers[3]));
            }
        } catch (NumberFormatException e) {
            // An invalid viewBox is ignored.
        }
        return new Viewport(width, height);
    }

    /** The point of a {@code transform-origin} (CSS Transforms Level 1, section 6); empty if it is invalid. */
    List<Double> origin(String value) {
        String[] words = value.strip().toLowerCase(Locale.ROOT).split("\\s+");
        String first = words[0];
        String second = words.length > 1 ? words[1] : "center";
        if (isVertical(first) || second.equals("left") || second.equals("right")) {
            String swapped = first;
            first = words.length > 1 ? second : "center";
            second = swapped;
        }
        List<Double> point = new ArrayList<>();
        add(first, width, point);
        add(second, height, point);
        return point.size() == 2 ? point : List.of();
    }

    private static boolean isVertical(String word) {
        return word.equals("top") || word.equals("bottom");
    }

    private static void add(String word, double whole, List<Double> point) {
        switch (word) {
            case "left", "top" -> point.add(0.0);
            case "center" -> point.add(whole / 2);
            case "right", "bottom" -> point.add(whole);
            default -> {
                String number = word.replaceFirst("(px|%)$", "");
                try {
                    double parsed = Double.parseDouble(number);
                    point.add(word.endsWith("%") ? parsed / 100 * whole : parsed);
                } catch (NumberFormatException e) {
                    // The origin is invalid.
                }
            }
        }
    }
}
