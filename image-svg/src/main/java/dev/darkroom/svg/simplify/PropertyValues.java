package dev.darkroom.svg.simplify;

import dev.darkroom.core.ImageException;
import dev.darkroom.svg.css.CssColor;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which values of properties are valid. Values of properties that are not named here are taken to be valid. */
final class PropertyValues {
    private static final Set<String> PAINTS = Set.of("fill", "stroke");
    private static final Set<String> COLORS = Set.of("color", "stop-color", "flood-color", "lighting-color");
    private static final Set<String> SHARES =
            Set.of("opacity", "fill-opacity", "stroke-opacity", "stop-opacity", "flood-opacity");
    private static final Set<String> LENGTHS = Set.of("stroke-width", "stroke-dashoffset");
    private static final Set<String> FOR_ALL = Set.of("inherit", "initial", "unset", "revert", "revert-layer");
    private static final Set<String> PAINT_WORDS = Set.of("none", "currentcolor", "context-fill", "context-stroke");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d++)?%?");
    private static final Pattern LENGTH =
            Pattern.compile("[+-]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d++)?(?:[a-zA-Z]++|%)?");
    /** A reference to a paint server, with a fallback. */
    static final Pattern REFERENCE = Pattern.compile("url\\(\\s*[\"']?#([^)\"']*)[\"']?\\s*\\)\\s*(.*)");

    private PropertyValues() {}

    static boolean isForAll(String value) {
        return FOR_ALL.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    static boolean isValid(String property, String value) throws ImageException {
        String text = value.strip();
        if (isForAll(text)) {
            return true;
        }
        if (PAINTS.contains(property)) {
            return isPaint(text);
        }
        if (COLORS.contains(property)) {
            return text.equalsIgnoreCase("currentColor") || CssColor.parse(text).isPresent();
        }
        if (SHARES.contains(property)) {
            return NUMBER.matcher(text).matches();
        }
        if (LENGTHS.contains(property)) {
            boolean negative = text.startsWith("-") && property.equals("stroke-width");
            return LENGTH.matcher(text).matches() && !negative || text.startsWith("calc(");
        }
        return true;
    }

    private static boolean isPaint(String text) throws ImageException {
        var reference = REFERENCE.matcher(text);
        if (reference.matches()) {
            return reference.group(2).isBlank() || isPaint(reference.group(2).strip());
        }
        return PAINT_WORDS.contains(text.toLowerCase(Locale.ROOT))
                || CssColor.parse(text).isPresent();
    }

    /** A share as a number from 0 to 1. */
    static double share(String value) {
        String text = value.strip();
        try {
            double number = text.endsWith("%")
                    ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100
                    : Double.parseDouble(text);
            return Math.max(0, Math.min(1, number));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
