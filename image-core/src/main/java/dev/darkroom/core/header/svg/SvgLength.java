package dev.darkroom.core.header.svg;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Absolute lengths of SVG in CSS pixels, 96 to the inch. */
final class SvgLength {
    private static final Pattern LENGTH =
            Pattern.compile("\\s*([+-]?(?:[0-9]{1,400}\\.?[0-9]{0,400}|\\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,9})?)"
                    + "(px|pt|pc|mm|cm|in|[qQ]|em|rem|ex)?\\s*");

    private SvgLength() {}

    /** A positive number of pixels, possibly infinite; empty for a percentage, null, an invalid length, and a value of zero or less. */
    static OptionalDouble pixels(@Nullable String text) {
        Matcher matcher = LENGTH.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(matcher.group(1)) * unit(matcher.group(2));
        return value > 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** The length of a unit in pixels. The font size is assumed to be 16 pixels, as in browsers for a standalone picture. */
    private static double unit(@Nullable String unit) {
        return switch (unit == null ? "px" : unit) {
            case "pt" -> 96 / 72.0;
            case "pc" -> 16;
            case "mm" -> 96 / 25.4;
            case "cm" -> 96 / 2.54;
            case "in" -> 96;
            case "q", "Q" -> 96 / 101.6;
            case "em", "rem" -> 16;
            case "ex" -> 8;
            default -> 1;
        };
    }
}
