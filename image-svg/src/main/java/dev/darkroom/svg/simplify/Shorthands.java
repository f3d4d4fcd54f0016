package dev.darkroom.svg.simplify;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expands shorthand properties: {@code marker} and {@code font}. */
final class Shorthands {
    private static final List<String> MARKERS = List.of("marker-start", "marker-mid", "marker-end");
    private static final String SIZE =
            "(?:\\d*\\.?\\d+(?:[a-z]+|%)|xx-small|x-small|small|medium|large|x-large|xx-large|smaller|larger)";
    private static final int MOST_CHARACTERS = 1000;
    private static final Pattern FONT = Pattern.compile(
            "((?:[a-z0-9-]+\\s+){0,4}?)(" + SIZE + ")(?:\\s*/\\s*\\S+)?\\s+(.+)", Pattern.CASE_INSENSITIVE);

    private Shorthands() {}

    /** Sets the attributes that a declaration stands for. */
    static void expand(String property, String value, Map<String, String> attributes) {
        if (property.equals("marker")) {
            MARKERS.forEach(marker -> attributes.put(marker, value));
            return;
        }
        if (property.equals("font") && value.length() > MOST_CHARACTERS) {
            return;
        }
        Matcher font = FONT.matcher(value.strip());
        if (property.equals("font") && font.matches()) {
            attributes.put("font-style", "normal");
            attributes.put("font-weight", "normal");
            for (String word : font.group(1).strip().split("\\s+")) {
                if (word.equals("italic") || word.equals("oblique")) {
                    attributes.put("font-style", word);
                } else if (word.matches("bold|bolder|lighter|[1-9]00")) {
                    attributes.put("font-weight", word);
                }
            }
            attributes.put("font-size", font.group(2));
            attributes.put("font-family", font.group(3));
            return;
        }
        attributes.put(property, value);
    }
}
