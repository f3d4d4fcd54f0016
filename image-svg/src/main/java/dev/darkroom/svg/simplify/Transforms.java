package dev.darkroom.svg.simplify;

import dev.darkroom.svg.tree.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts transforms in the syntax of CSS (CSS Transforms Level 1), with units and an origin, to the syntax of the attribute. */
final class Transforms {
    /** A longer transform is taken to be invalid. */
    private static final int MOST_CHARACTERS = 10_000;

    private static final Pattern FUNCTION = Pattern.compile("([a-zA-Z]{1,12}+)\\s{0,9}+\\(([^()]*+)\\)");
    private static final Pattern ARGUMENT =
            Pattern.compile("([+-]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d++)?)([a-zA-Z]*+)");
    private static final Map<String, Double> UNITS = Map.of(
            "",
            1.0,
            "px",
            1.0,
            "deg",
            1.0,
            "rad",
            180 / Math.PI,
            "grad",
            0.9,
            "turn",
            360.0,
            "pt",
            4 / 3.0,
            "mm",
            96 / 25.4,
            "cm",
            96 / 2.54,
            "in",
            96.0);

    private final Viewport viewport;

    private Transforms(Viewport viewport) {
        this.viewport = viewport;
    }

    static void resolve(Element root, Viewport viewport) {
        new Transforms(viewport).resolve(root);
    }

    private void resolve(Element element) {
        Map<String, String> attributes = element.attributes();
        String origin = attributes.remove("transform-origin");
        String transform = attributes.get("transform");
        if (transform != null) {
            boolean ignored = transform.strip().equals("none") || transform.length() > MOST_CHARACTERS;
            Optional<String> converted = ignored ? Optional.empty() : converted(transform);
            List<Double> at = origin == null ? List.of() : viewport.origin(origin);
            if (converted.isEmpty()) {
                attributes.remove("transform");
            } else if (at.size() >= 2) {
                attributes.put(
                        "transform",
                        "translate(" + at.get(0) + " " + at.get(1) + ") " + converted.get() + " translate(" + -at.get(0)
                                + " " + -at.get(1) + ")");
            } else {
                attributes.put("transform", converted.get());
            }
        }
        element.elements().forEach(this::resolve);
    }

    /** Empty if a function is not known: then the whole transform is invalid. */
    private static Optional<String> converted(String transform) {
        Matcher function = FUNCTION.matcher(transform);
        StringBuilder text = new StringBuilder();
        while (function.find()) {
            List<Double> arguments = arguments(function.group(2));
            String one = function(function.group(1).toLowerCase(Locale.ROOT), arguments);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            text.append(one).append(' ');
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString().strip());
    }

    private static String function(String name, List<Double> a) {
        return switch (name + a.size()) {
            case "matrix6", "translate1", "translate2", "rotate1", "rotate3", "scale1", "scale2" -> name + joined(a);
            case "skewx1" -> "skewX" + joined(a);
            case "skewy1" -> "skewY" + joined(a);
            case "translatex1" -> "translate(" + a.get(0) + " 0)";
            case "translatey1" -> "translate(0 " + a.get(0) + ")";
            case "scalex1" -> "scale(" + a.get(0) + " 1)";
            case "scaley1" -> "scale(1 " + a.get(0) + ")";
            case "skew1" -> "skewX" + joined(a);
            case "skew2" ->
                "matrix(1 " + Math.tan(Math.toRadians(a.get(1))) + " " + Math.tan(Math.toRadians(a.get(0))) + " 1 0 0)";
            default -> "";
        };
    }

    private static String joined(List<Double> arguments) {
        StringBuilder text = new StringBuilder("(");
        for (double argument : arguments) {
            text.append(text.length() > 1 ? " " : "").append(argument);
        }
        return text.append(')').toString();
    }

    private static List<Double> arguments(String text) {
        List<Double> arguments = new ArrayList<>();
        Matcher argument = ARGUMENT.matcher(text);
        while (argument.find()) {
            Double unit = UNITS.get(argument.group(2).toLowerCase(Locale.ROOT));
            if (unit == null) {
                return List.of();
            }
            arguments.add(Double.parseDouble(argument.group(1)) * unit);
        }
        return arguments;
    }
}
